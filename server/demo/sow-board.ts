import { uuidv7 } from 'uuidv7';
import { columnKinds, type ColumnKind } from '#domain/boards/board.ts';
import { addDays } from '#domain/kernel/day.ts';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import type { BoardOutline, CardOutline } from './board-outline.ts';
import type { CastName } from './cast.ts';

/** What making a board needs of the demo that it belongs to. */
export interface Sowing {
	today: string;
	memberId(name: CastName): string;
	teamId(name: string): string;
	nextKey(): string;
	send<N extends CommandName>(name: CastName, command: N, input: CommandInput<N>): Promise<void>;
}

const columnNames: Record<ColumnKind, string> = {
	todo: 'Belum mulai',
	doing: 'Dikerjakan',
	wait: 'Menunggu persetujuan',
	blocked: 'Terhambat',
	done: 'Selesai'
};

/** Makes a board with its cards; its id. */
export async function sowBoard(sowing: Sowing, folderId: string, outline: BoardOutline): Promise<string> {
	const id = uuidv7();
	const columns = columnKinds.map((kind) => ({ id: uuidv7(), name: columnNames[kind], kind, limit: null }));
	const { name, by } = outline;
	await sowing.send(by, 'boards.create', { id, folderId, name, orderKey: sowing.nextKey(), columns });
	for (const card of outline.cards) {
		const columnId = columns.find(({ kind }) => kind === card.in)?.id ?? '';
		await sowCard(sowing, { boardId: id, columnId, orderKey: sowing.nextKey() }, card);
	}
	return id;
}

async function sowCard(
	sowing: Sowing,
	place: { boardId: string; columnId: string; orderKey: string },
	card: CardOutline
): Promise<void> {
	const id = uuidv7();
	const checklist = (card.checklist ?? []).map((text) => ({
		...{ id: uuidv7(), text, orderKey: sowing.nextKey() },
		...{ doneAt: null, doneBy: null, assigneeId: null, dueOn: null }
	}));
	await sowing.send(card.by, 'tasks.create', {
		...{ id, ...place, title: card.title },
		with: {
			checklist,
			dueOn: card.due === undefined ? null : addDays(sowing.today, card.due),
			dueTime: card.dueTime ?? null,
			assigneeIds: (card.people ?? []).map((name) => sowing.memberId(name)),
			teamIds: (card.teams ?? []).map((name) => sowing.teamId(name)),
			channel: card.channel ?? null,
			priority: card.priority ?? 'normal',
			labels: [...(card.labels ?? [])]
		}
	});
	for (const { id: itemId } of checklist.slice(0, card.ticked ?? 0))
		await sowing.send(card.by, 'tasks.tickItem', { id, itemId, done: true });
	for (const [by, body] of card.comments ?? [])
		await sowing.send(by, 'comments.add', { id: uuidv7(), taskId: id, threadId: null, body });
	if (card.blocker) await sowBlocker(sowing, id, card.by, card.blocker);
}

async function sowBlocker(
	sowing: Sowing,
	taskId: string,
	by: CastName,
	{ reason, owner, expected }: NonNullable<CardOutline['blocker']>
): Promise<void> {
	await sowing.send(by, 'blockers.open', {
		...{ id: uuidv7(), taskId, reason, ownerId: sowing.memberId(owner) },
		expectedOn: addDays(sowing.today, expected)
	});
}

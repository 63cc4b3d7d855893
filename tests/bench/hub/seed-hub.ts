import { generateNKeysBetween } from 'fractional-indexing';
import { uuidv7 } from 'uuidv7';
import { addDays, localMoment } from '../../../src/domain/kernel/day.ts';
import type { CommandInput, CommandName } from '../../../src/domain/commands/commands.ts';
import type { Comment } from '../../../src/domain/comments/comment.ts';
import type { NounName, RowOf } from '../../../src/domain/records/nouns.ts';
import type { Task } from '../../../src/domain/tasks/task.ts';
import { parseConfig } from '../../../server/config.ts';
import { openWorkspace } from '../../../server/people/new-workspace.ts';
import { writtenColumns } from '../../../server/records/row-codec.ts';
import { createServices, type Services } from '../../../server/services.ts';

/** How much a seeded workspace holds. */
export interface HubSize {
	boards: number;
	tasksPerBoard: number;
	/** The share of them (0 to 1) that stands in the last column and is done. */
	done: number;
	comments: number;
	pages: number;
}

/** A board of the seed: its columns from left to right, and the tasks of each in their order. */
export interface SeededBoard {
	id: string;
	folderId: string;
	columns: { id: string; taskIds: string[] }[];
}

export interface Hub {
	slug: string;
	/** How far its changes are counted. */
	version: number;
	boards: SeededBoard[];
	/** A key of each of the ten members, for sockets and addresses. */
	keys: string[];
	/** A session of the first member, for browsers. */
	cookie: { name: string; value: string };
	/** Path of a calendar of the second member's own tasks. */
	calendar: string;
}

const people = 10;
const columnKinds = ['todo', 'todo', 'doing', 'wait', 'done'] as const;
const rowsPerInsert = 500;

/**
 * A data folder with a workspace of ten members and boards of many tasks. What a person would make
 * first goes by commands; the many rows are written straight into their tables, all at version 1.
 */
export async function seedHub(dataDir: string, size: HubSize): Promise<Hub> {
	const services = await createServices(parseConfig({ RAPI_DATA: dataDir, RAPI_LOG: 'error' }));
	try {
		return await fill(services, size);
	} finally {
		await services.close();
	}
}

async function fill(services: Services, size: HubSize): Promise<Hub> {
	const { db } = services.storage;
	const accounts = await Promise.all(Array.from({ length: people }, (_, at) => addAccount(services, at)));
	const owner = { accountId: accounts[0] ?? '', name: 'Sari 0' };
	const opened = await db
		.transaction()
		.execute((trx) => openWorkspace(trx, { name: 'Tolok Ukur', settings: {}, owner }, Date.now()));
	const { workspaceId, slug } = opened;
	const members = [opened.memberId];
	for (const [at, accountId] of accounts.entries())
		if (at > 0) members.push(await addMember(services, workspaceId, accountId, at));
	const caller = { memberId: opened.memberId, workspaceId, cap: 'manage' as const };
	async function send<N extends CommandName>(name: N, input: CommandInput<N>) {
		const outcome = await services.commands.execute(caller, { id: uuidv7(), name, input });
		if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
	}
	const boards: SeededBoard[] = [];
	let number = 0;
	for (let count = 0; count < size.boards; count++) {
		const board = {
			id: uuidv7(),
			folderId: uuidv7(),
			columns: columnKinds.map(() => ({ id: uuidv7(), taskIds: [] as string[] }))
		};
		const folder = { id: board.folderId, grantId: uuidv7(), parentId: null, orderKey: 'a0' };
		await send('folders.create', { ...folder, name: `Cabang ${count + 1}` });
		await send('boards.create', {
			id: board.id,
			folderId: board.folderId,
			name: `Papan ${count + 1}`,
			orderKey: 'a0',
			columns: board.columns.map(({ id }, at) => ({
				...{ id, name: `Kolom ${at + 1}`, limit: null },
				kind: columnKinds[at] ?? 'todo'
			}))
		});
		const tasks = tasksOf(board, workspaceId, members, size, number);
		number += tasks.length;
		await insertRows(services, 'tasks', tasks);
		boards.push(board);
	}
	const [first] = boards;
	if (!first) throw new Error('a hub has a board');
	await insertRows(services, 'comments', commentsOf(first, workspaceId, members, size.comments));
	for (let count = 0; count < size.pages; count++)
		await send('pages.create', {
			...{ id: uuidv7(), folderId: first.folderId, title: `Halaman ${count + 1}` },
			...{ kind: 'doc', orderKey: 'a0' }
		});
	await db.updateTable('workspaces').set({ taskCounter: number }).where('id', '=', workspaceId).execute();
	const keys: string[] = [];
	for (const memberId of members) {
		const made = await services.keys.create(
			{ memberId, workspaceId, cap: 'manage' },
			{ name: 'bench', cap: 'manage', endsAt: null }
		);
		if (!('secret' in made)) throw new Error('no key');
		keys.push(made.secret);
	}
	const device = { userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0', address: '192.168.7.21' };
	const { token } = await services.sessions.start(accounts[0] ?? '', device);
	const calendar = await services.calendarFeeds.create(
		{ memberId: members[1] ?? '', workspaceId, cap: 'manage' },
		{ boardId: null }
	);
	if (!('secret' in calendar)) throw new Error('no calendar');
	const { version } = await db.selectFrom('workspaces').select('version').executeTakeFirstOrThrow();
	const cookie = { name: 'sid', value: token };
	return { slug, version, boards, keys, cookie, calendar: `/calendar/${calendar.secret}.ics` };
}

async function addAccount({ storage: { db } }: Services, at: number): Promise<string> {
	const id = uuidv7();
	const facts = { passwordHash: '', locale: 'id', createdAt: Date.now() } as const;
	await db
		.insertInto('accounts')
		.values({ id, email: `sari${at}@selasar-rona.example`, name: `Sari ${at}`, ...facts })
		.execute();
	return id;
}

async function addMember(
	{ storage: { db } }: Services,
	workspaceId: string,
	accountId: string,
	at: number
): Promise<string> {
	const id = uuidv7();
	const standing = {
		role: 'admin',
		title: '',
		company: '',
		joinedAt: Date.now(),
		deactivatedAt: null
	} as const;
	const facts = { ...standing, version: 1, deletedAt: null };
	await db
		.insertInto('members')
		.values({ id, workspaceId, accountId, name: `Sari ${at}`, ...facts })
		.execute();
	return id;
}

/** As a shop's board is: most have somebody and a day, some a checklist, and every seventh is urgent or high. */
function tasksOf(
	board: SeededBoard,
	workspaceId: string,
	members: readonly string[],
	{ tasksPerBoard, done }: HubSize,
	numberedFrom: number
): Task[] {
	const { day } = localMoment(Date.now(), 'Asia/Jakarta');
	const perColumn = Math.ceil((tasksPerBoard * (1 - done)) / (board.columns.length - 1));
	const orderKeys = generateNKeysBetween(null, null, tasksPerBoard);
	return Array.from({ length: tasksPerBoard }, (_, at): Task => {
		const id = uuidv7();
		const index = Math.min(Math.floor(at / perColumn), board.columns.length - 1);
		const column = board.columns[index];
		const kind = columnKinds[index];
		column?.taskIds.push(id);
		return {
			...{ id, workspaceId, folderId: board.folderId, boardId: board.id, columnId: column?.id ?? '' },
			orderKey: orderKeys[at] ?? 'a0',
			number: numberedFrom + at + 1,
			title: `${works[at % works.length]} ${at + 1}: cek stok, foto ulang, lalu kabari pelanggan`,
			dueOn: at % 3 === 0 ? null : addDays(day, (at % 61) - 20),
			...{ dueTime: null, startOn: null, estimateMinutes: null, recurrence: null },
			priority: at % 14 === 0 ? 'urgent' : at % 7 === 0 ? 'high' : 'normal',
			channel: at % 4 === 0 ? 'Shopee' : null,
			assigneeIds: at % 5 === 0 ? [] : [members[at % members.length] ?? ''],
			...{ teamIds: [], links: [], watcherIds: [], blockerIds: [], freedIds: [], fields: {} },
			labels: at % 6 === 0 ? ['Foto'] : [],
			checklist: at % 8 === 0 ? checklist(members) : [],
			...{ descriptionId: null, seriesId: null, writers: {}, overruled: [], templateAt: null },
			doneAt: kind === 'done' ? Date.now() - at * 1_000 : null,
			...{ archivedAt: null, trashedAt: null, createdBy: members[0] ?? '', createdAt: Date.now() },
			...{ version: 1, deletedAt: null }
		};
	});
}

const works = ['Kemas pesanan', 'Unggah produk', 'Balas ulasan', 'Hitung kas', 'Jahit sampel', 'Kirim retur'];

function checklist(members: readonly string[]): Task['checklist'] {
	return ['Timbang', 'Bungkus', 'Tempel resi'].map((text, at) => ({
		...{ id: uuidv7(), text, orderKey: `a${at}`, dueOn: null, doneBy: null },
		doneAt: at === 0 ? 1 : null,
		assigneeId: at === 1 ? (members[3] ?? null) : null
	}));
}

function commentsOf(
	{ folderId, columns }: SeededBoard,
	workspaceId: string,
	members: readonly string[],
	count: number
): Comment[] {
	const taskIds = columns.flatMap((column) => column.taskIds);
	return Array.from({ length: count }, (_, at) => ({
		...{ id: uuidv7(), workspaceId, folderId, taskId: taskIds[at % taskIds.length] ?? '' },
		...{ threadId: null, body: 'Sudah saya cek, stoknya tinggal dua.', mentionIds: [], reactions: {} },
		...{ importedAuthor: null, editedAt: null, resolvedAt: null, resolvedBy: null },
		...{ createdBy: members[at % members.length] ?? '', createdAt: Date.now() },
		...{ version: 1, deletedAt: null }
	}));
}

async function insertRows<N extends NounName>({ storage }: Services, noun: N, rows: RowOf<N>[]) {
	await storage.db.transaction().execute(async (trx) => {
		for (let start = 0; start < rows.length; start += rowsPerInsert) {
			const part = rows.slice(start, start + rowsPerInsert).map((row) => writtenColumns(noun, row));
			await trx
				.insertInto(noun as 'tasks')
				.values(part as unknown as Task[])
				.execute();
		}
	});
}

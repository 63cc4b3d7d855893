import { uuidv7 } from 'uuidv7';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { columnKinds } from '#domain/boards/board.ts';
import { reactions } from '#domain/comments/comment.ts';
import { priorities } from '#domain/tasks/task.ts';
import { chosenRow, only, place, words, type Scene } from './scene.ts';

type Generator<N extends CommandName> = (scene: Scene) => CommandInput<N>;
type TaskCommand = Extract<
	CommandName,
	| `boards.${string}`
	| `tasks.${string}`
	| `blockers.${string}`
	| `comments.${string}`
	| `filters.${string}`
	| `notices.${string}`
	| `teams.${string}`
	| `leaves.${string}`
>;

const today = '2026-11-23';
const days = [today, '2026-11-24', '2026-11-27', '2026-12-01', null] as const;

/** A right input for every command of the task hub, by chance. */
export const taskGenerators: { readonly [N in TaskCommand]: Generator<N> } = {
	'boards.create': (scene) => ({
		...{ id: uuidv7(), folderId: scene.one('folders'), name: words(scene), orderKey: place(scene) },
		columns: [newColumn(scene), newColumn(scene)]
	}),
	'boards.rename': (scene) => ({ id: scene.one('boards'), name: words(scene) }),
	'boards.move': (scene) => ({
		...{ id: scene.one('boards'), folderId: scene.one('folders'), orderKey: place(scene) }
	}),
	'boards.setTemplate': (scene) => ({ id: scene.one('boards'), template: scene.random.upTo(4) === 0 }),
	'boards.archive': only('boards'),
	'boards.unarchive': only('boards'),
	'boards.trash': only('boards'),
	'boards.restore': only('boards'),
	'boards.addColumn': (scene) => ({ id: scene.one('boards'), column: newColumn(scene), before: null }),
	'boards.setColumn': (scene) => {
		const { id, columns } = boardOf(scene);
		return { id, column: { ...newColumn(scene), id: scene.random.pick(columns) } };
	},
	'boards.moveColumn': (scene) => {
		const { id, columns } = boardOf(scene);
		return { id, columnId: scene.random.pick(columns), before: scene.random.pick([...columns, null]) };
	},
	'boards.removeColumn': (scene) => {
		const { id, columns } = boardOf(scene);
		return { id, columnId: scene.random.pick(columns) };
	},
	'boards.setField': (scene) => ({
		id: scene.one('boards'),
		field: { id: uuidv7(), name: words(scene), kind: 'number', choices: [] }
	}),
	'boards.removeField': (scene) => {
		const { id, fields } = boardOf(scene);
		return { id, fieldId: fields[0] ?? uuidv7() };
	},
	'tasks.create': (scene) => {
		const { id: boardId, columns } = boardOf(scene);
		return {
			...{ id: uuidv7(), boardId, columnId: scene.random.pick(columns), orderKey: place(scene) },
			...{
				title: words(scene),
				with: { dueOn: today, ...(scene.random.upTo(2) === 0 && { recurrence: daily }) }
			}
		};
	},
	'tasks.rename': (scene) => ({ id: scene.one('tasks'), title: words(scene), seen: words(scene) }),
	'tasks.move': (scene) => {
		const { id: boardId, columns } = boardOf(scene);
		const next = { id: uuidv7(), today };
		return {
			...{ id: scene.one('tasks'), boardId, columnId: scene.random.pick(columns), orderKey: place(scene) },
			...{ seen: scene.random.pick(columns), next }
		};
	},
	'tasks.repeat': (scene) => ({ id: comingAgain(scene), next: { id: uuidv7(), today } }),
	'tasks.set': (scene) => ({
		id: scene.one('tasks'),
		facts: { dueOn: scene.random.pick(days), priority: scene.random.pick(priorities) },
		seen: { dueOn: scene.random.pick(days), priority: 'normal' }
	}),
	'tasks.setField': (scene) => {
		const task = chosenRow(scene, 'tasks');
		const fields = (task && scene.row('boards', task.boardId)?.fields) ?? [];
		return { id: task?.id ?? uuidv7(), fieldId: fields[0]?.id ?? uuidv7(), value: scene.random.upTo(100) };
	},
	'tasks.settle': (scene) => ({ id: scene.one('tasks'), what: scene.random.pick(['dueOn', 'columnId']) }),
	'tasks.assign': (scene) => ({ id: scene.one('tasks'), memberId: scene.one('members') }),
	'tasks.unassign': (scene) => ({ id: scene.one('tasks'), memberId: scene.one('members') }),
	'tasks.assignTeam': (scene) => ({ id: scene.one('tasks'), teamId: scene.one('teams') }),
	'tasks.unassignTeam': (scene) => ({ id: scene.one('tasks'), teamId: scene.one('teams') }),
	'tasks.label': (scene) => ({ id: scene.one('tasks'), label: scene.random.pick(['cetak', 'foto', 'stok']) }),
	'tasks.unlabel': (scene) => ({
		id: scene.one('tasks'),
		label: scene.random.pick(['cetak', 'foto', 'stok'])
	}),
	'tasks.watch': only('tasks'),
	'tasks.unwatch': only('tasks'),
	'tasks.link': (scene) => ({
		id: scene.one('tasks'),
		link: { id: uuidv7(), kind: 'page', target: scene.one('pages'), title: '' }
	}),
	'tasks.unlink': (scene) => {
		const task = chosenRow(scene, 'tasks');
		return { id: task?.id ?? uuidv7(), linkId: task?.links[0]?.id ?? uuidv7() };
	},
	'tasks.addItem': (scene) => ({
		...{ id: scene.one('tasks'), itemId: uuidv7(), text: words(scene), orderKey: place(scene) }
	}),
	'tasks.setItem': (scene) => ({
		...lineOf(scene),
		item: { text: words(scene), dueOn: scene.random.pick(days) }
	}),
	'tasks.tickItem': (scene) => ({ ...lineOf(scene), done: scene.random.upTo(2) === 0 }),
	'tasks.removeItem': (scene) => lineOf(scene),
	'tasks.attach': (scene) => ({
		id: scene.one('tasks'),
		attachment: { id: uuidv7().replaceAll('-', ''), name: `${words(scene)}.pdf`, size: scene.random.upTo(99) }
	}),
	'tasks.detach': (scene) => {
		const task = chosenRow(scene, 'tasks');
		return { id: task?.id ?? uuidv7(), attachmentId: task?.attachments[0]?.id ?? '0'.repeat(32) };
	},
	'tasks.describe': only('tasks'),
	'tasks.block': (scene) => ({ id: scene.one('tasks'), blockerId: scene.one('blockers') }),
	'tasks.unblock': (scene) => ({ id: scene.one('tasks'), blockerId: scene.one('blockers') }),
	'tasks.setTemplate': (scene) => ({ id: scene.one('tasks'), template: scene.random.upTo(5) === 0 }),
	'tasks.archive': only('tasks'),
	'tasks.unarchive': only('tasks'),
	'tasks.trash': only('tasks'),
	'tasks.restore': only('tasks'),
	'tasks.purge': only('tasks'),
	'blockers.open': (scene) => ({ id: uuidv7(), taskId: scene.one('tasks'), ...blockerFacts(scene) }),
	'blockers.set': (scene) => ({ id: scene.one('blockers'), ...blockerFacts(scene) }),
	'blockers.solve': only('blockers'),
	'blockers.reopen': only('blockers'),
	'comments.add': (scene) => {
		const answered = scene.random.upTo(2) === 0 ? chosenRow(scene, 'comments') : undefined;
		const threadId = answered && answered.threadId === null ? answered.id : null;
		const taskId = threadId === null ? scene.one('tasks') : (answered?.taskId ?? '');
		return { id: uuidv7(), taskId, threadId, body: `${words(scene)} @[${scene.one('members')}]` };
	},
	'comments.edit': (scene) => ({ id: scene.one('comments'), body: words(scene) }),
	'comments.remove': only('comments'),
	'comments.resolve': (scene) => ({ id: scene.one('comments'), resolved: scene.random.upTo(2) === 0 }),
	'comments.react': (scene) => ({
		...{ id: scene.one('comments'), reaction: scene.random.pick(reactions), given: scene.random.upTo(3) > 0 }
	}),
	'filters.save': (scene) => ({
		...{
			id: uuidv7(),
			boardId: scene.one('boards'),
			name: words(scene),
			orderKey: place(scene),
			query: 'view=list'
		}
	}),
	'filters.set': (scene) => ({ id: scene.one('filters'), name: words(scene), query: 'who=me' }),
	'filters.remove': only('filters'),
	'notices.mark': (scene) => ({ id: scene.one('notices'), read: scene.random.upTo(2) === 0 }),
	'teams.set': (scene) => ({
		...{ id: scene.random.upTo(2) ? uuidv7() : scene.one('teams'), name: words(scene) },
		...{ memberIds: [scene.one('members')], leadId: scene.one('members'), deputyId: null }
	}),
	'teams.archive': only('teams'),
	'teams.unarchive': only('teams'),
	'teams.remove': only('teams'),
	'leaves.set': (scene) => ({ id: uuidv7(), memberId: scene.one('members'), from: today, to: '2026-11-25' }),
	'leaves.remove': only('leaves')
};

const daily = { every: 'day', interval: 1, after: 'date', until: null } as const;

/** A task whose next is due, where one of a few looks finds one; else any. */
function comingAgain(scene: Scene): string {
	const looks = Array.from({ length: 12 }, () => chosenRow(scene, 'tasks'));
	const due = looks.find((task) => task?.recurrence?.after === 'date' && (task.dueOn ?? '9') <= today);
	return due?.id ?? scene.one('tasks');
}

function newColumn(scene: Scene) {
	return { id: uuidv7(), name: words(scene), kind: scene.random.pick(columnKinds), limit: null };
}

/** A board that the device shows, with ids of its columns and fields; ids of nothing where it shows none. */
function boardOf(scene: Scene): { id: string; columns: string[]; fields: string[] } {
	const board = chosenRow(scene, 'boards');
	if (!board) return { id: uuidv7(), columns: [uuidv7()], fields: [] };
	const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id);
	return { id: board.id, columns: ids(board.columns), fields: ids(board.fields) };
}

function lineOf(scene: Scene): { id: string; itemId: string } {
	const task = chosenRow(scene, 'tasks');
	return { id: task?.id ?? uuidv7(), itemId: task?.checklist[0]?.id ?? uuidv7() };
}

function blockerFacts(scene: Scene) {
	return { reason: words(scene), ownerId: scene.one('members'), expectedOn: scene.random.pick(days) };
}

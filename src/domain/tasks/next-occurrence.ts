import type { CommandContext } from '../commands/command.ts';
import type { Tx } from '../records/tx.ts';
import { columnOf, type Board, type Column } from '../boards/board.ts';
import { nextDue } from './recurrence.ts';
import type { Task } from './task.ts';

/**
 * Makes the occurrence after `task`, under the id that the command brought, unless the series has
 * one for that day or later: whoever finishes the same task twice, on whatever device, makes one.
 */
export async function makeNextOccurrence(
	tx: Tx,
	task: Task,
	nextId: string,
	today: string,
	{ actor, now }: CommandContext
): Promise<void> {
	if (!task.recurrence || task.seriesId === null || task.templateAt !== null) return;
	const dueOn = nextDue(task.recurrence, task.dueOn ?? today, today);
	if (dueOn === null || (await tx.get('tasks', nextId))) return;
	const series = await tx.list('tasks', { seriesId: task.seriesId });
	if (series.some((other) => other.id !== task.id && (other.dueOn ?? '') >= dueOn)) return;
	const board = await tx.get('boards', task.boardId);
	const column = board && firstColumn(board, task.columnId);
	if (!column) return;
	await tx.put('tasks', {
		...task,
		id: nextId,
		columnId: column.id,
		number: null,
		dueOn,
		startOn: null,
		checklist: task.checklist.map((item) => ({ ...item, doneAt: null, doneBy: null, dueOn: null })),
		blockerIds: [],
		freedIds: [],
		attachments: [],
		descriptionId: null,
		writers: {},
		overruled: [],
		doneAt: column.kind === 'done' ? now : null,
		archivedAt: null,
		trashedAt: null,
		createdBy: actor.memberId,
		createdAt: now,
		version: 0
	});
}

/** Where the one before stands, else where work begins, else where it is at least not done. */
function firstColumn(board: Board, lastId: string): Column | undefined {
	const last = columnOf(board, lastId);
	if (last && last.kind !== 'done') return last;
	const open = board.columns.filter(({ kind }) => kind !== 'done');
	return open.find(({ kind }) => kind === 'todo') ?? open[0] ?? board.columns[0];
}

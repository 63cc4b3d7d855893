import type { Board, Column } from '#domain/boards/board.ts';
import { matcher, type FilterSurroundings, type TaskFilter } from '#domain/tasks/task-filter.ts';
import { isCurrent, type Task } from '#domain/tasks/task.ts';
import { byOrder } from '../folders/outline.ts';

export const boardViews = ['board', 'list', 'calendar', 'load'] as const;
export type BoardViewName = (typeof boardViews)[number];

/** The view that an address asks for; the board when it asks for none that there is. */
export function viewOf(query: URLSearchParams): BoardViewName {
	return boardViews.find((view) => view === query.get('view')) ?? 'board';
}

export interface ColumnCards {
	column: Column;
	tasks: Task[];
}

/** The tasks that stand on a board, in the order in which they stand in their columns. */
export function standingOn(board: Board, tasks: readonly Task[]): Task[] {
	return tasks.filter((task) => task.boardId === board.id && belongs(task, board)).sort(byOrder);
}

/** The tasks of a board that were put away, the last one first. */
export function archivedOn(board: Board, tasks: readonly Task[]): Task[] {
	return tasks
		.filter((task) => task.boardId === board.id && task.archivedAt !== null && task.trashedAt === null)
		.sort((a, b) => (b.archivedAt ?? 0) - (a.archivedAt ?? 0));
}

/** Those of the standing ones that a filter shows, column by column in their order, and how many it hides. */
export function columnsOf(
	board: Board,
	standing: readonly Task[],
	filter: TaskFilter,
	around: FilterSurroundings
): { columns: ColumnCards[]; shown: Task[]; hidden: number } {
	const shown = standing.filter(matcher(filter, around));
	const byColumn = Map.groupBy(shown, ({ columnId }) => columnId);
	const columns = board.columns.map((column) => ({ column, tasks: byColumn.get(column.id) ?? [] }));
	return { columns, shown, hidden: standing.length - shown.length };
}

/** On a template stand the tasks that are patterns, on every other board those that are work. */
function belongs(task: Task, board: Board): boolean {
	if (board.templateAt === null) return isCurrent(task);
	return task.templateAt !== null && task.archivedAt === null && task.trashedAt === null;
}

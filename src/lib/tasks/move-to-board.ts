import { columnOf, type Board } from '#domain/boards/board.ts';
import { carriedFields } from '#domain/tasks/carried-fields.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Records } from '../sync/workspace.ts';
import { columnForNew, type TaskMove } from './task-actions.ts';
import { endOf } from './views/task-place.ts';

export interface BoardMove {
	moves: TaskMove[];
	/** Names of own fields that the other board lacks. */
	left: string[];
}

/**
 * How tasks go to the end of columns of another board: all to one, or with '' each to the first
 * that means the same as where it stands now.
 */
export function planMove(
	tasks: readonly Task[],
	to: Board,
	columnId: string,
	records: Pick<Records, 'get' | 'list'>
): BoardMove {
	const left = new Set<string>();
	const byColumn = Map.groupBy(tasks, (task) => columnId || likeColumn(task, to, records));
	const moves = [...byColumn].flatMap(([column, moved]) =>
		endOf(to.id, column, records.list('tasks'), moved).map(({ task, to: place }) => {
			const fields = records.get('boards', task.boardId)?.fields ?? [];
			const found = carriedFields(task.fields, fields, to.fields);
			for (const name of found.left) left.add(name);
			return { task, to: place, fields: found.carried };
		})
	);
	return { moves, left: [...left] };
}

function likeColumn(task: Task, to: Board, records: Pick<Records, 'get'>): string {
	const here = records.get('boards', task.boardId);
	const kind = here && columnOf(here, task.columnId)?.kind;
	return to.columns.find((column) => column.kind === kind)?.id ?? columnForNew(to);
}

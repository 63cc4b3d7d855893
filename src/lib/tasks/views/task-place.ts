import { generateKeyBetween } from 'fractional-indexing';
import type { Board } from '#domain/boards/board.ts';
import { isCurrent, type Task } from '#domain/tasks/task.ts';
import { byOrder } from '../../folders/outline.ts';
import type { TaskPlace } from '../task-actions.ts';

/** The column that finishing moves to: the first of the kind *done*; undefined on a board without one. */
export function doneColumnOf(board: Board): string | undefined {
	return board.columns.find(({ kind }) => kind === 'done')?.id;
}

/** Places at the end of a column for each of these tasks, in their order. */
export function endOf(
	boardId: string,
	columnId: string,
	all: readonly Task[],
	moved: readonly Task[]
): { task: Task; to: TaskPlace }[] {
	const there = all.filter(
		(task) =>
			task.boardId === boardId && task.columnId === columnId && isCurrent(task) && !moved.includes(task)
	);
	let last = there.sort(byOrder).at(-1)?.orderKey ?? null;
	return moved.map((task) => {
		last = generateKeyBetween(last, null);
		return { task, to: { boardId, columnId, orderKey: last } };
	});
}

import type { Board } from '#domain/boards/board.ts';
import { columnOf } from '#domain/boards/board.ts';
import type { FieldValue, Task } from '#domain/tasks/task.ts';
import type { Words } from '../../i18n/en.ts';
import type { TaskSight } from '../task-sight.ts';

export interface CsvSurroundings {
	board: Board;
	sight: Pick<TaskSight, 'keyOf' | 'isBlocked'>;
	words: Words;
	/** A member's name; '' for somebody who is not known here. */
	nameOf: (memberId: string) => string;
}

/**
 * The tasks as a table for a spreadsheet, in the order given: the usual facts, then the board's own
 * fields. Text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export async function csvOf(tasks: readonly Task[], around: CsvSurroundings): Promise<string> {
	const { default: papa } = await import('papaparse');
	const { board, words } = around;
	const { facts } = words.tasks;
	const say = words.taskViews.csv;
	const fields = [
		say.number,
		facts.title,
		facts.status,
		facts.assignees,
		facts.dueOn,
		facts.dueTime,
		facts.priority,
		facts.labels,
		facts.channel,
		facts.estimateMinutes,
		say.blocked,
		...board.fields.map(({ name }) => name)
	];
	const data = tasks.map((task) => rowOf(task, around));
	// The mark at the head tells spreadsheets that the letters are UTF-8.
	return `\uFEFF${papa.unparse({ fields, data }, { escapeFormulae: true })}`;
}

function rowOf(task: Task, { board, sight, words, nameOf }: CsvSurroundings): (string | number)[] {
	return [
		sight.keyOf(task) ?? '',
		task.title,
		columnOf(board, task.columnId)?.name ?? '',
		task.assigneeIds.map(nameOf).join(', '),
		task.dueOn ?? '',
		task.dueTime ?? '',
		words.tasks.priority[task.priority],
		task.labels.join(', '),
		task.channel ?? '',
		task.estimateMinutes ?? '',
		sight.isBlocked(task) ? words.taskViews.yes : '',
		...board.fields.map((field) => {
			const value = task.fields[field.id] ?? null;
			if (field.kind === 'choice') return field.choices.find(({ id }) => id === value)?.name ?? '';
			if (field.kind === 'person') return nameOf(String(value ?? ''));
			return plain(value, words);
		})
	];
}

function plain(value: FieldValue, { taskViews }: Words): string | number {
	if (typeof value === 'boolean') return value ? taskViews.yes : taskViews.no;
	return value ?? '';
}

import type { Task } from '#domain/tasks/task.ts';
import type { ColumnCards } from './board-model.ts';

/** A column as it is drawn: of finished tasks only the latest, until somebody asks for all. */
export interface ShownColumn extends ColumnCards {
	/** Of all cards, also those not drawn. */
	total: number;
	hiddenDone: number;
}

const latestDone = 20;

export function shownColumn({ column, tasks }: ColumnCards, all: boolean): ShownColumn {
	const total = tasks.length;
	if (column.kind !== 'done' || all || total <= latestDone) return { column, tasks, total, hiddenDone: 0 };
	const latest = new Set([...tasks].sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)).slice(0, latestDone));
	const shown = tasks.filter((task) => latest.has(task));
	return { column, tasks: shown, total, hiddenDone: total - shown.length };
}

/** One line of a column's list: a card with its place from 1, or the slot where a carried card would drop. */
export type DrawnRow = { id: string; task: Task; position: number } | { id: 'slot'; task?: undefined };

/**
 * The lines of a column that are drawn. Cards that are being carried stay in the document, unseen: a
 * finger's events belong to the element that it touched first. `range` and `slot` count the others.
 */
export function drawnRows(
	tasks: readonly Task[],
	range: { from: number; to: number },
	carried: ReadonlySet<string> | undefined,
	slot: number | undefined
): DrawnRow[] {
	if (!carried)
		return tasks
			.slice(range.from, range.to)
			.map((task, at) => ({ id: task.id, task, position: range.from + at + 1 }));
	const rows: DrawnRow[] = [];
	let others = 0;
	for (const [at, task] of tasks.entries()) {
		const row = { id: task.id, task, position: at + 1 };
		if (carried.has(task.id)) {
			rows.push(row);
			continue;
		}
		if (others === slot) rows.push({ id: 'slot' });
		if (others >= range.from && others < range.to) rows.push(row);
		others += 1;
	}
	if (slot !== undefined && slot >= others) rows.push({ id: 'slot' });
	return rows;
}

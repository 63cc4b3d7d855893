import { addDays, addMonths, weekdayOf } from '#domain/kernel/day.ts';
import type { Task } from '#domain/tasks/task.ts';

export const spans = ['month', 'week'] as const;
export type Span = (typeof spans)[number];

export function spanOf(query: URLSearchParams): Span {
	return query.get('span') === 'week' ? 'week' : 'month';
}

/** The Monday on or before a day. */
export function mondayOf(day: string): string {
	return addDays(day, 1 - weekdayOf(day));
}

/** The seven days of the week around a day, Monday first. */
export function weekOf(day: string): string[] {
	const monday = mondayOf(day);
	return Array.from({ length: 7 }, (_, at) => addDays(monday, at));
}

/** The weeks that touch the month of a day, whole ones. */
export function monthOf(day: string): string[][] {
	const first = `${day.slice(0, 7)}-01`;
	const last = addMonths(first, 0, 31);
	const weeks: string[][] = [];
	for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) weeks.push(weekOf(monday));
	return weeks;
}

/** The same place one month or week on, or back with -1. */
export function turn(day: string, span: Span, step: number): string {
	return span === 'week' ? addDays(day, 7 * step) : addMonths(day, step);
}

/** Tasks of each due day, those with a time in its order and first; and those without a day. */
export function tasksByDay(tasks: readonly Task[]): { days: Map<string, Task[]>; undated: Task[] } {
	const sorted = [...tasks].sort((a, b) => compare(a.dueTime ?? '24', b.dueTime ?? '24'));
	const days = Map.groupBy(
		sorted.filter(({ dueOn }) => dueOn !== null),
		({ dueOn }) => dueOn ?? ''
	);
	return { days, undated: sorted.filter(({ dueOn, doneAt }) => dueOn === null && doneAt === null) };
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

import { addDays } from '#domain/kernel/day.ts';
import { nobody, type FilterSurroundings } from '#domain/tasks/task-filter.ts';
import type { Task } from '#domain/tasks/task.ts';
import { isAway, type Leave } from '#domain/teams/leave.ts';
import { mondayOf, weekOf } from './calendar-days.ts';

export const measures = ['hours', 'count'] as const;
export type Measure = (typeof measures)[number];

/** What a whole week of five days holds: 40 hours, or ten tasks where hours are not estimated. */
export const fullWeek = { minutes: 40 * 60, tasks: 10 } as const;
const workDays = 5;

/** One person's week. */
export interface LoadCell {
	/** The Monday. */
	week: string;
	tasks: Task[];
	/** This person's share: a task of two people is half for each. */
	minutes: number;
	/** Work days of the week on which they are away. */
	away: number;
	/** How much of the week is taken: 1 is full; more than 1 is overbooked. */
	share: number;
}

export interface LoadRow {
	/** A member's id, or `none` for work that nobody has. */
	who: string;
	cells: LoadCell[];
	/** Open tasks without a due day. */
	undated: number;
}

/** The Mondays of this week and of the ones after it. */
export function weeksFrom(today: string, count: number): string[] {
	return Array.from({ length: count }, (_, at) => addDays(mondayOf(today), 7 * at));
}

/**
 * Open work per person and week of its due day. What is late weighs on this week, since it still has
 * to be done. People in the order given; who has nothing and is not away is left out.
 */
export function loadOf(
	tasks: readonly Task[],
	people: readonly string[],
	weeks: readonly string[],
	leaves: readonly Leave[],
	measure: Measure,
	around: FilterSurroundings
): LoadRow[] {
	const byPerson = new Map<string, Task[]>();
	for (const task of tasks.filter(({ doneAt }) => doneAt === null)) {
		const lies = around.peopleOf(task);
		for (const who of lies.length > 0 ? lies : [nobody])
			byPerson.set(who, [...(byPerson.get(who) ?? []), task]);
	}
	return [...people, nobody].flatMap((who) => {
		const own = byPerson.get(who) ?? [];
		const cells = weeks.map((week) => cellOf(own, who, week, week === weeks[0], leaves, measure, around));
		if (own.length === 0 && cells.every(({ away }) => away === 0)) return [];
		return [{ who, cells, undated: own.filter(({ dueOn }) => dueOn === null).length }];
	});
}

function cellOf(
	own: readonly Task[],
	who: string,
	week: string,
	isFirst: boolean,
	leaves: readonly Leave[],
	measure: Measure,
	around: FilterSurroundings
): LoadCell {
	const end = addDays(week, 6);
	const tasks = own.filter(({ dueOn }) => dueOn !== null && dueOn <= end && (dueOn >= week || isFirst));
	const minutes = tasks.reduce(
		(sum, task) => sum + (task.estimateMinutes ?? 0) / Math.max(1, around.peopleOf(task).length),
		0
	);
	const away = weekOf(week)
		.slice(0, workDays)
		.filter((day) => isAway(leaves, who, day)).length;
	const taken = measure === 'hours' ? minutes / fullWeek.minutes : tasks.length / fullWeek.tasks;
	const there = (workDays - away) / workDays;
	return { week, tasks, minutes, away, share: taken === 0 ? 0 : there === 0 ? Infinity : taken / there };
}

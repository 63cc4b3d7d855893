import { columnKinds } from '#domain/boards/board.ts';
import { dueRangeOf, dueRanges, nobody, type FilterSurroundings } from '#domain/tasks/task-filter.ts';
import { priorities, type Task } from '#domain/tasks/task.ts';
import { byOrder } from '../../folders/outline.ts';

export const groupings = ['status', 'person', 'team', 'due', 'label', 'channel'] as const;
export type Grouping = (typeof groupings)[number];
export const sortings = ['order', 'title', 'due', 'priority'] as const;
export type Sorting = (typeof sortings)[number];

/** The tasks that share a value; '' (or `none` for people) is the group of those without one. */
export interface TaskGroup {
	key: string;
	tasks: Task[];
}

export function groupingOf(query: URLSearchParams): Grouping {
	return groupings.find((grouping) => grouping === query.get('group')) ?? 'status';
}

export function sortingOf(query: URLSearchParams): Sorting {
	return sortings.find((sorting) => sorting === query.get('sort')) ?? 'order';
}

/**
 * Groups that have tasks, in their order: statuses as `columnIds` name them, ranges of due days
 * from late to none, people and words by `nameOf`, the group without a value last. A task with two
 * people or labels stands in both groups.
 */
export function groupTasks(
	tasks: readonly Task[],
	by: Grouping,
	around: FilterSurroundings,
	names: { columnIds: readonly string[]; nameOf: (key: string) => string }
): TaskGroup[] {
	const groups = new Map<string, Task[]>();
	for (const task of tasks) {
		for (const key of keysOf(task, by, around)) {
			const group = groups.get(key);
			if (group) group.push(task);
			else groups.set(key, [task]);
		}
	}
	return [...groups]
		.map(([key, inGroup]) => ({ key, tasks: inGroup }))
		.sort((a, b) => orderOf(by, names)(a.key, b.key));
}

function keysOf(task: Task, by: Grouping, around: FilterSurroundings): readonly string[] {
	switch (by) {
		case 'status':
			return [task.columnId];
		case 'due':
			return [dueRangeOf(task, around.today)];
		case 'channel':
			return [task.channel ?? ''];
		case 'label':
			return task.labels.length > 0 ? task.labels : [''];
		case 'team':
			return task.teamIds.length > 0 ? task.teamIds : [''];
		case 'person': {
			const people = around.peopleOf(task);
			return people.length > 0 ? people : [nobody];
		}
	}
}

function orderOf(
	by: Grouping,
	{ columnIds, nameOf }: { columnIds: readonly string[]; nameOf: (key: string) => string }
): (a: string, b: string) => number {
	if (by === 'status') return (a, b) => columnIds.indexOf(a) - columnIds.indexOf(b);
	const ranges: readonly string[] = dueRanges;
	if (by === 'due') return (a, b) => ranges.indexOf(a) - ranges.indexOf(b);
	const empty = (key: string) => Number(key === '' || key === nobody);
	return (a, b) => empty(a) - empty(b) || nameOf(a).localeCompare(nameOf(b));
}

/** Tasks in the wanted order; equal ones as on the board. Without a due day comes last. */
export function sortTasks(tasks: readonly Task[], by: Sorting, around: FilterSurroundings): Task[] {
	const compare = comparisons[by];
	return [...tasks].sort((a, b) => compare(a, b) || statusOrder(a, b, around) || byOrder(a, b));
}

const comparisons: Record<Sorting, (a: Task, b: Task) => number> = {
	order: () => 0,
	title: (a, b) => a.title.localeCompare(b.title),
	due: (a, b) => compareText(dueKey(a), dueKey(b)),
	priority: (a, b) => priorities.indexOf(a.priority) - priorities.indexOf(b.priority)
};

function dueKey({ dueOn, dueTime }: Task): string {
	return dueOn === null ? '9999' : `${dueOn} ${dueTime ?? '24'}`;
}

function statusOrder(a: Task, b: Task, around: FilterSurroundings): number {
	if (a.columnId === b.columnId) return 0;
	return columnKinds.indexOf(around.kindOf(a)) - columnKinds.indexOf(around.kindOf(b));
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

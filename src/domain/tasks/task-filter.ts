import { addDays, weekdayOf } from '../kernel/day.ts';
import type { ColumnKind } from '../boards/board.ts';
import { columnKinds } from '../boards/board.ts';
import { priorities, type Priority, type Task } from './task.ts';

export const dueRanges = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type DueRange = (typeof dueRanges)[number];

/** Nobody in particular, for `who`. */
export const nobody = 'none';

/** What a view shows; an empty list asks for nothing. Values of one kind are alternatives. */
export interface TaskFilter {
	/** Member ids, or `none` for tasks without anybody. */
	who: readonly string[];
	/** Team ids. */
	teams: readonly string[];
	due: readonly DueRange[];
	labels: readonly string[];
	kinds: readonly ColumnKind[];
	priorities: readonly Priority[];
	channels: readonly string[];
	/** Words that all have to be in the title. */
	text: string;
	blocked: boolean;
	/** Board field id → values as text. */
	fields: Readonly<Record<string, readonly string[]>>;
}

export const everything: TaskFilter = {
	who: [],
	teams: [],
	due: [],
	labels: [],
	kinds: [],
	priorities: [],
	channels: [],
	text: '',
	blocked: false,
	fields: {}
};

/** What a filter has to know beside the tasks. */
export interface FilterSurroundings {
	today: string;
	kindOf(task: Task): ColumnKind;
	isBlocked(task: Task): boolean;
	/** Whom a task lies with: its assignees, and the members of its teams. */
	peopleOf(task: Task): readonly string[];
}

export function isEverything(filter: TaskFilter): boolean {
	return writeFilter(filter).toString() === '';
}

/** Whether a view with this filter shows the task. */
export function passes(task: Task, filter: TaskFilter, around: FilterSurroundings): boolean {
	return (
		passesWho(task, filter.who, around) &&
		anyOf(filter.teams, task.teamIds) &&
		oneOf(filter.due, dueRangeOf(task, around.today)) &&
		anyOf(filter.labels, task.labels) &&
		(filter.kinds.length === 0 || filter.kinds.includes(around.kindOf(task))) &&
		oneOf(filter.priorities, task.priority) &&
		(filter.channels.length === 0 || filter.channels.includes(task.channel ?? '')) &&
		(!filter.blocked || around.isBlocked(task)) &&
		Object.entries(filter.fields).every(([id, values]) => oneOf(values, String(task.fields[id] ?? ''))) &&
		hasWords(task.title, filter.text)
	);
}

function passesWho(task: Task, who: readonly string[], around: FilterSurroundings): boolean {
	if (who.length === 0) return true;
	const people = around.peopleOf(task);
	return people.length === 0 ? who.includes(nobody) : anyOf(who, people);
}

function oneOf<T>(wanted: readonly T[], value: T): boolean {
	return wanted.length === 0 || wanted.includes(value);
}

function anyOf<T>(wanted: readonly T[], values: readonly T[]): boolean {
	return wanted.length === 0 || values.some((value) => wanted.includes(value));
}

function hasWords(title: string, text: string): boolean {
	if (text === '') return true;
	const plain = plainText(title);
	return plainText(text)
		.split(/\s+/)
		.every((word) => plain.includes(word));
}

function plainText(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** When a task is due, seen from `today`: the week is the one until Sunday. Done work is never overdue. */
export function dueRangeOf({ dueOn, doneAt }: Pick<Task, 'dueOn' | 'doneAt'>, today: string): DueRange {
	if (dueOn === null) return 'none';
	if (dueOn < today) return doneAt === null ? 'overdue' : 'later';
	if (dueOn === today) return 'today';
	return dueOn <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later';
}

const lists = {
	who: 'who',
	teams: 'team',
	due: 'due',
	labels: 'label',
	kinds: 'status',
	priorities: 'priority',
	channels: 'channel'
} as const;
const fieldPrefix = 'field.';

/** The filter as a part of an address: readable, and the same for the same filter. */
export function writeFilter(filter: TaskFilter): URLSearchParams {
	const query = new URLSearchParams();
	for (const [key, name] of Object.entries(lists)) {
		for (const value of filter[key as keyof typeof lists]) query.append(name, value);
	}
	if (filter.text.trim() !== '') query.set('q', filter.text.trim());
	if (filter.blocked) query.set('blocked', '1');
	for (const [id, values] of Object.entries(filter.fields))
		for (const value of values) query.append(fieldPrefix + id, value);
	return query;
}

/** Reads what `writeFilter` wrote; what it does not know is left out, so that an old link still opens. */
export function readFilter(query: URLSearchParams): TaskFilter {
	const known = <T extends string>(name: string, values: readonly T[]): T[] =>
		query.getAll(name).filter((value): value is T => (values as readonly string[]).includes(value));
	const fields: Record<string, string[]> = {};
	for (const [name, value] of query) {
		if (name.startsWith(fieldPrefix)) (fields[name.slice(fieldPrefix.length)] ??= []).push(value);
	}
	return {
		who: query.getAll(lists.who),
		teams: query.getAll(lists.teams),
		due: known(lists.due, dueRanges),
		labels: query.getAll(lists.labels),
		kinds: known(lists.kinds, columnKinds),
		priorities: known(lists.priorities, priorities),
		channels: query.getAll(lists.channels),
		text: (query.get('q') ?? '').slice(0, 200),
		blocked: query.get('blocked') === '1',
		fields
	};
}

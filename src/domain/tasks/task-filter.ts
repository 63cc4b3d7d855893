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

/** Whether a view with this filter shows a task; to be asked of many: it looks only at what the filter asks for. */
export function matcher(filter: TaskFilter, around: FilterSurroundings): (task: Task) => boolean {
	const asked = questionsOf(filter, around);
	return (task) => asked.every((holds) => holds(task));
}

type Question = (task: Task) => boolean;

function questionsOf(filter: TaskFilter, around: FilterSurroundings): Question[] {
	const { who, teams, due, labels, kinds, priorities: urgencies, channels, blocked, fields } = filter;
	const words = plainText(filter.text).split(/\s+/).filter(Boolean);
	const asked: Question[] = [];
	if (who.length > 0) asked.push((task) => passesWho(around.peopleOf(task), who));
	if (teams.length > 0) asked.push(({ teamIds }) => teamIds.some((id) => teams.includes(id)));
	if (due.length > 0) asked.push((task) => due.includes(dueRangeOf(task, around.today)));
	if (labels.length > 0) asked.push((task) => labels.some((label) => task.labels.includes(label)));
	if (kinds.length > 0) asked.push((task) => kinds.includes(around.kindOf(task)));
	if (urgencies.length > 0) asked.push(({ priority }) => urgencies.includes(priority));
	if (channels.length > 0) asked.push(({ channel }) => channels.includes(channel ?? ''));
	if (blocked) asked.push((task) => around.isBlocked(task));
	for (const [id, values] of Object.entries(fields))
		if (values.length > 0) asked.push((task) => values.includes(String(task.fields[id] ?? '')));
	if (words.length > 0) asked.push(({ title }) => hasWords(plainText(title), words));
	return asked;
}

function passesWho(people: readonly string[], who: readonly string[]): boolean {
	return people.length === 0 ? who.includes(nobody) : people.some((id) => who.includes(id));
}

function hasWords(plain: string, words: readonly string[]): boolean {
	return words.every((word) => plain.includes(word));
}

function plainText(text: string): string {
	// Most titles have no marks to take away, and a filter reads thousands of them at every key.
	const bare = /^[ -~]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
	return bare.toLowerCase().trim();
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

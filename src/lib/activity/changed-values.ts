import type { BoardField } from '#domain/boards/board.ts';
import { equalValues } from '#domain/records/equal-values.ts';
import type { CheckItem, FieldValue, Overruled } from '#domain/tasks/task.ts';
import type { Language } from '../i18n/language.ts';
import type { Records } from '../sync/workspace.ts';
import { fieldText, overruledWords } from '../tasks/panel/fact-words.ts';
import { dayText, shortDate } from '../views/dates.ts';
import type { Happening } from './activity-api.ts';

/** Where the words look up whom and what a change names. */
export interface ActivitySurroundings {
	language: Language;
	/** The local day, YYYY-MM-DD. */
	today: string;
	records: Pick<Records, 'get' | 'list'>;
}

/** One fact that changed; without `from` it only says what is so now. */
export interface ChangedValue {
	fact: string;
	from?: string;
	to: string;
}

/** Facts of tasks whose words the panel has already. */
const taskFacts = [
	...['title', 'columnId', 'dueOn', 'dueTime', 'startOn', 'priority', 'channel', 'estimateMinutes'],
	'recurrence'
];

/** Old and new value of what changed, in words; nothing for what was made or put away as a whole. */
export function changedValues(happening: Happening, around: ActivitySurroundings): ChangedValue[] {
	const { name, before, after } = happening;
	if (name.startsWith('grants.')) return rightChanges(happening, around);
	return Object.keys(before).flatMap((column) => {
		const [old, now] = [before[column], after[column]];
		if (column === 'checklist') return checklistChanges(old, now, around);
		if (column === 'fields' && happening.subject.noun === 'tasks') return ownFieldChanges(happening, around);
		const [from, to] = [words(column, old, happening, around), words(column, now, happening, around)];
		if (from === undefined || to === undefined || from === to) return [];
		return [{ fact: factName(column, around), from, to }];
	});
}

function factName(column: string, { language: { words: all } }: ActivitySurroundings): string {
	const own = all.activity.facts;
	return own[column as keyof typeof own] ?? all.tasks.facts[column as keyof typeof all.tasks.facts] ?? column;
}

/** A value in words; undefined for a column that says nothing to a person. */
function words(
	column: string,
	value: unknown,
	{ subject }: Happening,
	around: ActivitySurroundings
): string | undefined {
	const { language, records, today } = around;
	const say = language.words.activity;
	const empty = (text: string | undefined) => (text === undefined || text === '' ? say.nothing : text);
	const named = (id: unknown, find: (id: string) => string | undefined) =>
		typeof id === 'string' ? (find(id) ?? say.gone) : say.nothing;
	const many = (find: (id: string) => string | undefined) =>
		empty(
			idsOf(value)
				.map((id) => find(id) ?? say.gone)
				.join(', ')
		);
	const nameOf = (id: string) => records.get('members', id)?.name;
	const folderName = (id: string) => records.get('folders', id)?.name;
	if (taskFacts.includes(column) && (subject.noun === 'tasks' || column === 'title'))
		return overruledWords(column, (value ?? null) as Overruled['value'], valuesAround(around)).value;
	switch (column) {
		case 'name':
		case 'reason':
			return typeof value === 'string' ? `“${value}”` : undefined;
		case 'assigneeIds':
			return many((id) => nameOf(id) ?? say.somebody);
		case 'teamIds':
			return many((id) => records.get('teams', id)?.name);
		case 'labels':
			return many((label) => label);
		case 'blockerIds':
			return many((id) => records.get('blockers', id)?.reason);
		case 'attachments':
		case 'columns':
		case 'fields':
			return empty(namesOf(value).join(', '));
		case 'boardId':
			return named(value, (id) => records.get('boards', id)?.name);
		case 'parentId':
			return named(value, folderName);
		case 'folderId':
			return subject.noun === 'tasks' ? undefined : named(value, folderName);
		case 'ownerId':
			return named(value, (id) => nameOf(id) ?? say.somebody);
		case 'expectedOn':
			return empty(typeof value === 'string' ? dayText(value, today, language.locale) : undefined);
		case 'templateAt':
			return value === null ? say.no : say.yes;
		case 'kind':
			return say.pageKinds[value as keyof typeof say.pageKinds];
		default:
			return undefined;
	}
}

function valuesAround({ language, today, records }: ActivitySurroundings) {
	const columns = () => records.list('boards').flatMap((board) => board.columns);
	return {
		...{ language, today, fields: [] },
		nameOf: (id: string) => records.get('members', id)?.name,
		columnName: (id: string) => columns().find((column) => column.id === id)?.name
	};
}

function idsOf(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

function namesOf(value: unknown): string[] {
	const things = Array.isArray(value) ? (value as { name?: unknown }[]) : [];
	return things.map(({ name }) => name).filter((name) => typeof name === 'string');
}

/** Each line of a checklist that came, went, was written anew or ticked. */
function checklistChanges(old: unknown, now: unknown, { language }: ActivitySurroundings): ChangedValue[] {
	const say = language.words.activity;
	const fact = say.facts.checklist;
	const [before, after] = [itemsOf(old), itemsOf(now)];
	const gone = before.filter(({ id }) => !after.some((item) => item.id === id));
	return [
		...gone.map(({ text }) => ({ fact, from: text, to: say.nothing })),
		...after.flatMap((item): ChangedValue[] => {
			const was = before.find(({ id }) => id === item.id);
			if (!was) return [{ fact, to: item.text }];
			if (was.text !== item.text) return [{ fact, from: was.text, to: item.text }];
			if ((was.doneAt === null) === (item.doneAt === null)) return [];
			const [from, to] = item.doneAt === null ? [say.ticked, say.unticked] : [say.unticked, say.ticked];
			return [{ fact: item.text, from, to }];
		})
	];
}

function itemsOf(value: unknown): CheckItem[] {
	return Array.isArray(value) ? (value as CheckItem[]) : [];
}

/** Values of the board's own fields, as far as the board still has them. */
function ownFieldChanges(
	{ subject, before, after }: Happening,
	around: ActivitySurroundings
): ChangedValue[] {
	const { records, language } = around;
	const boardId = records.get('tasks', subject.id)?.boardId ?? '';
	const fields: readonly BoardField[] = records.get('boards', boardId)?.fields ?? [];
	const [old, now] = [valuesOf(before['fields']), valuesOf(after['fields'])];
	const say = (field: BoardField, value: FieldValue | undefined) =>
		fieldText(field, value, valuesAround(around)) ?? language.words.activity.nothing;
	return fields
		.filter(({ id }) => !equalValues(old[id], now[id]))
		.map((field) => ({ fact: field.name, from: say(field, old[field.id]), to: say(field, now[field.id]) }));
}

function valuesOf(value: unknown): Record<string, FieldValue> {
	return typeof value === 'object' && value !== null ? (value as Record<string, FieldValue>) : {};
}

/** Whose right it is, which level it gives, and until when. */
function rightChanges({ before, after }: Happening, around: ActivitySurroundings): ChangedValue[] {
	const { records, language } = around;
	const { activity: say, access, folders } = language.words;
	const { memberId, role, endsAt } = after;
	const levels = (level: unknown) => access.level[level as keyof typeof access.level] as string | undefined;
	const [was, is] = [levels(before['level']), levels(after['level'])];
	const holder =
		typeof memberId === 'string'
			? (records.get('members', memberId)?.name ?? say.somebody)
			: folders.roleWord[role as keyof typeof folders.roleWord];
	const level = is ?? (was === undefined ? undefined : access.level.none);
	return [
		{ fact: say.facts.holder, to: holder },
		...(level === undefined ? [] : [{ fact: say.facts.level, ...(was && { from: was }), to: level }]),
		...(typeof endsAt === 'number'
			? [{ fact: say.facts.endsAt, to: shortDate(endsAt, language.locale) }]
			: [])
	];
}

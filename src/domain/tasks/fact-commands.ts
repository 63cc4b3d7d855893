import * as v from 'valibot';
import { command } from '../commands/command.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { idSchema } from '../kernel/schema.ts';
import type { Tx } from '../records/tx.ts';
import type { BoardField } from '../boards/board.ts';
import { dueMoment } from './due-moment.ts';
import { linkNeeds, taskNeed } from './task-commands.ts';
import { overrule, type SeenChange } from './overrule.ts';
import {
	factNames,
	fieldValueSchema,
	labelSchema,
	someFactsSchema,
	taskLimits,
	taskLinkSchema,
	type Facts,
	type FieldValue,
	type Task
} from './task.ts';

/**
 * Changes single facts. `seen` is what the device showed of them: a value that somebody else had
 * set meanwhile is replaced all the same, but not lost to them (see `overrule`).
 */
export const setTaskFacts = command({
	input: v.object({
		id: idSchema,
		facts: someFactsSchema,
		seen: v.optional(someFactsSchema, {}),
		/** Names the series when the task begins to come again. */
		seriesId: v.optional(idSchema)
	}),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, facts, seen, seriesId }, { actor, now }) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		const next = { ...task, ...facts };
		if (next.dueOn === null && next.dueTime !== null) next.dueTime = null;
		if (next.startOn !== null && next.dueOn !== null && next.startOn > next.dueOn)
			return refuse('invalid', facts.dueOn === undefined ? 'facts.startOn' : 'facts.dueOn');
		if (next.recurrence && task.seriesId === null) next.seriesId = seriesId ?? task.id;
		const changes = seenChanges(task, facts, seen, next);
		await tx.put('tasks', { ...next, ...overrule(task, changes, { memberId: actor.memberId, now }) });
		return undefined;
	}
});

/** What changes of a task, day and time of its due as one. */
function seenChanges(task: Task, facts: Partial<Facts>, seen: Partial<Facts>, next: Facts): SeenChange[] {
	const due: SeenChange = {
		what: 'dueOn',
		current: dueMoment(task),
		seen:
			seen.dueOn === undefined && seen.dueTime === undefined ? undefined : dueMoment({ ...task, ...seen }),
		next: dueMoment(next)
	};
	const changesDue = facts.dueOn !== undefined || facts.dueTime !== undefined;
	const others = factNames.filter((name) => name !== 'dueOn' && name !== 'dueTime');
	return [
		...(changesDue ? [due] : []),
		...others
			.filter((name) => facts[name] !== undefined)
			.map((name) => ({ what: name, current: task[name], seen: seen[name], next: next[name] }))
	];
}

/** Gives a board's own field a value on this task; null takes it away. */
export const setTaskField = command({
	input: v.object({
		id: idSchema,
		fieldId: idSchema,
		value: fieldValueSchema,
		seen: v.optional(fieldValueSchema)
	}),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, fieldId, value, seen }, { actor, now }) {
		const task = await tx.get('tasks', id);
		const board = task && (await tx.get('boards', task.boardId));
		const field = board?.fields.find((each) => each.id === fieldId);
		if (!task || !field) return refuse('not_found', 'fieldId');
		if (!suits(value, field)) return refuse('invalid', 'value');
		const fields = { ...task.fields };
		if (value === null) delete fields[fieldId];
		else fields[fieldId] = value;
		const what = `field:${fieldId}`;
		const change = { what, current: task.fields[fieldId] ?? null, seen, next: value };
		await tx.put('tasks', {
			...task,
			fields,
			...overrule(task, [change], { memberId: actor.memberId, now })
		});
		return undefined;
	}
});

function suits(value: FieldValue, { kind, choices }: BoardField): boolean {
	if (value === null) return true;
	switch (kind) {
		case 'text':
			return typeof value === 'string';
		case 'number':
			return typeof value === 'number';
		case 'money':
			return typeof value === 'number' && Number.isSafeInteger(value);
		case 'date':
			return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
		case 'choice':
			return choices.some(({ id }) => id === value);
		case 'person':
			return typeof value === 'string' && v.is(idSchema, value);
		case 'checkbox':
			return typeof value === 'boolean';
		case 'url':
			return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value);
	}
}

/** The one who was overruled has read it: their value is forgotten. */
export const settleOverruled = command({
	input: v.object({ id: idSchema, what: v.pipe(v.string(), v.maxLength(64)) }),
	needs: ({ id }) => [taskNeed(id, 'view')],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, what }, { actor }) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		const overruled = task.overruled.filter((each) => each.what !== what || each.memberId !== actor.memberId);
		await tx.put('tasks', { ...task, overruled });
		return undefined;
	}
});

/** A list of a task to which ids or words are added and from which they are taken. */
type ListColumn = 'assigneeIds' | 'teamIds' | 'labels' | 'watcherIds' | 'blockerIds';

export async function addTo(
	tx: Tx,
	id: string,
	column: ListColumn,
	value: string,
	most: number,
	field: string
): Promise<Refusal | undefined> {
	const task = await tx.get('tasks', id);
	if (!task) return refuse('not_found', 'id');
	if (task[column].includes(value)) return undefined;
	if (task[column].length >= most) return refuse('too_many', field);
	await tx.put('tasks', { ...task, [column]: [...task[column], value] });
	return undefined;
}

/** Takes one out again. One that was not there is fine while `known` says that there is such a thing. */
export async function takeFrom(
	tx: Tx,
	id: string,
	column: ListColumn,
	value: string,
	{ known, field }: { known: unknown; field: string }
): Promise<Refusal | undefined> {
	const task = await tx.get('tasks', id);
	if (!task) return refuse('not_found', 'id');
	if (!task[column].includes(value)) return known ? undefined : refuse('not_found', field);
	await tx.put('tasks', { ...task, [column]: task[column].filter((each) => each !== value) });
	return undefined;
}

const person = v.object({ id: idSchema, memberId: idSchema });

export const assignTask = command({
	input: person,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, memberId }) {
		const member = await tx.get('members', memberId);
		if (!member || member.deactivatedAt !== null) return refuse('not_found', 'memberId');
		return addTo(tx, id, 'assigneeIds', memberId, taskLimits.assignees, 'memberId');
	}
});

export const unassignTask = command({
	input: person,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, memberId }) {
		const known = await tx.get('members', memberId);
		return takeFrom(tx, id, 'assigneeIds', memberId, { known, field: 'memberId' });
	}
});

const team = v.object({ id: idSchema, teamId: idSchema });

export const assignTeam = command({
	input: team,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, teamId }) {
		if (!(await tx.get('teams', teamId))) return refuse('not_found', 'teamId');
		return addTo(tx, id, 'teamIds', teamId, taskLimits.teams, 'teamId');
	}
});

export const unassignTeam = command({
	input: team,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, teamId }) {
		const known = await tx.get('teams', teamId);
		return takeFrom(tx, id, 'teamIds', teamId, { known, field: 'teamId' });
	}
});

const labelling = v.object({ id: idSchema, label: labelSchema });

export const labelTask = command({
	input: labelling,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id, label }) => addTo(tx, id, 'labels', label, taskLimits.labels, 'label')
});

export const unlabelTask = command({
	input: labelling,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id, label }) => takeFrom(tx, id, 'labels', label, { known: true, field: 'label' })
});

/** Following is one's own affair: whoever may see a task may hear of it. */
export const watchTask = command({
	input: v.object({ id: idSchema }),
	needs: ({ id }) => [taskNeed(id, 'view')],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id }, { actor }) => addTo(tx, id, 'watcherIds', actor.memberId, taskLimits.watchers, 'id')
});

export const unwatchTask = command({
	input: v.object({ id: idSchema }),
	needs: ({ id }) => [taskNeed(id, 'view')],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id }, { actor }) =>
		takeFrom(tx, id, 'watcherIds', actor.memberId, { known: true, field: 'id' })
});

export const linkTask = command({
	input: v.object({ id: idSchema, link: taskLinkSchema }),
	needs: ({ id, link }) => [taskNeed(id), ...linkNeeds([link])],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, link }) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		if (link.target === id) return refuse('cycle', 'link.target');
		if (task.links.some((each) => each.id === link.id)) return refuse('already_exists', 'link.id');
		if (task.links.length >= taskLimits.links) return refuse('too_many', 'link');
		await tx.put('tasks', { ...task, links: [...task.links, link] });
		return undefined;
	}
});

export const unlinkTask = command({
	input: v.object({ id: idSchema, linkId: idSchema }),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, linkId }) {
		const task = await tx.get('tasks', id);
		if (!task?.links.some((each) => each.id === linkId)) return refuse('not_found', 'linkId');
		await tx.put('tasks', { ...task, links: task.links.filter((each) => each.id !== linkId) });
		return undefined;
	}
});

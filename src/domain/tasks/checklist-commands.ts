import * as v from 'valibot';
import { command } from '../commands/command.ts';
import { daySchema } from '../kernel/day.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { filledLineSchema, idSchema, limits, orderKeySchema } from '../kernel/schema.ts';
import type { Tx } from '../records/tx.ts';
import { taskNeed } from './task-commands.ts';
import { taskLimits, type CheckItem } from './task.ts';

const line = v.object({ id: idSchema, itemId: idSchema });

export const addCheckItem = command({
	input: v.object({
		id: idSchema,
		itemId: idSchema,
		text: filledLineSchema(limits.title),
		orderKey: orderKeySchema
	}),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, itemId, text, orderKey }) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		if (task.checklist.some((item) => item.id === itemId)) return refuse('already_exists', 'itemId');
		if (task.checklist.length >= taskLimits.items) return refuse('too_many', 'itemId');
		const item = { id: itemId, text, orderKey, doneAt: null, doneBy: null, assigneeId: null, dueOn: null };
		await tx.put('tasks', { ...task, checklist: [...task.checklist, item] });
		return undefined;
	}
});

/** Changes what is named of a line; the rest stays. */
export const setCheckItem = command({
	input: v.object({
		...line.entries,
		item: v.object({
			text: v.exactOptional(filledLineSchema(limits.title)),
			orderKey: v.exactOptional(orderKeySchema),
			assigneeId: v.exactOptional(v.nullable(idSchema)),
			dueOn: v.exactOptional(v.nullable(daySchema))
		})
	}),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, itemId, item }) {
		const { assigneeId } = item;
		if (assigneeId && !(await tx.get('members', assigneeId))) return refuse('not_found', 'item.assigneeId');
		return changeItem(tx, id, itemId, item);
	}
});

export const tickCheckItem = command({
	input: v.object({ ...line.entries, done: v.boolean() }),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id, itemId, done }, { actor, now }) =>
		changeItem(tx, id, itemId, {
			doneAt: done ? now : null,
			doneBy: done ? actor.memberId : null
		})
});

export const removeCheckItem = command({
	input: line,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, itemId }) {
		const task = await tx.get('tasks', id);
		if (!task?.checklist.some((item) => item.id === itemId)) return refuse('not_found', 'itemId');
		await tx.put('tasks', { ...task, checklist: task.checklist.filter((item) => item.id !== itemId) });
		return undefined;
	}
});

async function changeItem(
	tx: Tx,
	id: string,
	itemId: string,
	facts: Partial<CheckItem>
): Promise<Refusal | undefined> {
	const task = await tx.get('tasks', id);
	if (!task?.checklist.some((item) => item.id === itemId)) return refuse('not_found', 'itemId');
	const checklist = task.checklist.map((item) => (item.id === itemId ? { ...item, ...facts } : item));
	await tx.put('tasks', { ...task, checklist });
	return undefined;
}

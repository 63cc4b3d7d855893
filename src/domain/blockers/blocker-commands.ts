import * as v from 'valibot';
import { command, type Need } from '../commands/command.ts';
import { canIn } from '../commands/run-command.ts';
import { daySchema } from '../kernel/day.ts';
import { refuse } from '../kernel/refusal.ts';
import { idSchema } from '../kernel/schema.ts';
import { changeRow } from '../records/change-row.ts';
import { addTo, takeFrom } from '../tasks/fact-commands.ts';
import { taskNeed } from '../tasks/task-commands.ts';
import { taskLimits } from '../tasks/task.ts';
import { reasonSchema } from './blocker.ts';

const facts = v.object({
	reason: reasonSchema,
	ownerId: v.nullable(idSchema),
	expectedOn: v.nullable(daySchema)
});
const one = v.object({ id: idSchema });
const pair = v.object({ id: idSchema, blockerId: idSchema });

function blockerNeed(id: string, action: 'view' | 'edit' = 'edit', field = 'id'): Need {
	return { noun: 'blockers', id, action, field };
}

/** Names a blocker for a first task; it lies in that task's folder. */
export const openBlocker = command({
	input: v.object({ id: idSchema, taskId: idSchema, ...facts.entries }),
	needs: ({ taskId }) => [taskNeed(taskId, 'edit', 'taskId')],
	subject: ({ id }) => ({ noun: 'blockers', id }),
	async apply(tx, { id, taskId, ...input }, { actor, now }) {
		if (await tx.get('blockers', id)) return refuse('already_exists', 'id');
		const task = await tx.get('tasks', taskId);
		if (!task) return refuse('not_found', 'taskId');
		if (task.blockerIds.length >= taskLimits.blockers) return refuse('too_many', 'taskId');
		if (input.ownerId !== null && !(await tx.get('members', input.ownerId)))
			return refuse('not_found', 'ownerId');
		await tx.put('blockers', {
			id,
			...input,
			workspaceId: actor.workspaceId,
			folderId: task.folderId,
			solvedAt: null,
			solvedBy: null,
			createdBy: actor.memberId,
			createdAt: now,
			version: 0,
			deletedAt: null
		});
		await tx.put('tasks', { ...task, blockerIds: [...task.blockerIds, id] });
		return undefined;
	}
});

export const setBlocker = command({
	input: v.object({ id: idSchema, ...facts.entries }),
	needs: ({ id }) => [blockerNeed(id)],
	subject: ({ id }) => ({ noun: 'blockers', id }),
	async apply(tx, { id, ...input }) {
		if (input.ownerId !== null && !(await tx.get('members', input.ownerId)))
			return refuse('not_found', 'ownerId');
		return changeRow(tx, 'blockers', id, input);
	}
});

/** Frees every task that names it, with one change. */
export const solveBlocker = command({
	input: one,
	needs: ({ id }) => [blockerNeed(id)],
	subject: ({ id }) => ({ noun: 'blockers', id }),
	async apply(tx, { id }, { actor, now }) {
		const blocker = await tx.get('blockers', id);
		if (blocker?.solvedAt !== null) return blocker ? undefined : refuse('not_found', 'id');
		await tx.put('blockers', { ...blocker, solvedAt: now, solvedBy: actor.memberId });
		return undefined;
	}
});

export const reopenBlocker = command({
	input: one,
	needs: ({ id }) => [blockerNeed(id)],
	subject: ({ id }) => ({ noun: 'blockers', id }),
	apply: (tx, { id }) => changeRow(tx, 'blockers', id, { solvedAt: null, solvedBy: null })
});

/** A further task waits for the same thing. */
export const blockTask = command({
	input: pair,
	needs: ({ id, blockerId }) => [taskNeed(id), blockerNeed(blockerId, 'view', 'blockerId')],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	apply: (tx, { id, blockerId }) => addTo(tx, id, 'blockerIds', blockerId, taskLimits.blockers, 'blockerId')
});

/** This task does not wait for it any more; the others still do. */
export const unblockTask = command({
	input: pair,
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, blockerId }, { actor, now }) {
		const blocker = await tx.get('blockers', blockerId);
		const known = blocker && (await canIn(tx, actor, 'view', blocker.folderId, now));
		return takeFrom(tx, id, 'blockerIds', blockerId, { known, field: 'blockerId' });
	}
});

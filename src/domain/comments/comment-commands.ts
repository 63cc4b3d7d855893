import * as v from 'valibot';
import { command, type Need } from '../commands/command.ts';
import { canIn } from '../commands/run-command.ts';
import { refuse } from '../kernel/refusal.ts';
import { idSchema } from '../kernel/schema.ts';
import { changeRow } from '../records/change-row.ts';
import { taskNeed } from '../tasks/task-commands.ts';
import { commentBodySchema, commentLimits, mentionsIn, reactions } from './comment.ts';

const one = v.object({ id: idSchema });

function commentNeed(id: string): Need {
	return { noun: 'comments', id, action: 'comment', field: 'id' };
}

/** Says something of a task. Mentioning somebody gives them nothing: who cannot see the task is not told. */
export const addComment = command({
	input: v.object({
		id: idSchema,
		taskId: idSchema,
		threadId: v.nullable(idSchema),
		body: commentBodySchema
	}),
	needs: ({ taskId }) => [taskNeed(taskId, 'comment', 'taskId')],
	subject: ({ id }) => ({ noun: 'comments', id }),
	async apply(tx, { id, taskId, threadId, body }, { actor, now }) {
		if (await tx.get('comments', id)) return refuse('already_exists', 'id');
		const task = await tx.get('tasks', taskId);
		if (!task) return refuse('not_found', 'taskId');
		const thread = threadId === null ? undefined : await tx.get('comments', threadId);
		if (threadId !== null && (thread?.taskId !== taskId || thread.threadId !== null))
			return refuse('not_found', 'threadId');
		const mentionIds = mentionsIn(body);
		if (mentionIds.length > commentLimits.mentions) return refuse('too_many', 'body');
		await tx.put('comments', {
			id,
			workspaceId: actor.workspaceId,
			folderId: task.folderId,
			taskId,
			threadId,
			body,
			mentionIds,
			reactions: {},
			importedAuthor: null,
			editedAt: null,
			resolvedAt: null,
			resolvedBy: null,
			createdBy: actor.memberId,
			createdAt: now,
			version: 0,
			deletedAt: null
		});
		return undefined;
	}
});

/** One's own words only; what was brought in from elsewhere is somebody else's. */
export const editComment = command({
	input: v.object({ id: idSchema, body: commentBodySchema }),
	needs: ({ id }) => [commentNeed(id)],
	subject: ({ id }) => ({ noun: 'comments', id }),
	async apply(tx, { id, body }, { actor, now }) {
		const comment = await tx.get('comments', id);
		if (comment?.createdBy !== actor.memberId || comment.importedAuthor !== null)
			return refuse('not_found', 'id');
		const mentionIds = mentionsIn(body);
		if (mentionIds.length > commentLimits.mentions) return refuse('too_many', 'body');
		await tx.put('comments', { ...comment, body, mentionIds, editedAt: now });
		return undefined;
	}
});

/** One's own, or anybody's for those who manage the folder. What it said stays in the history only. */
export const removeComment = command({
	input: one,
	needs: ({ id }) => [commentNeed(id)],
	subject: ({ id }) => ({ noun: 'comments', id }),
	async apply(tx, { id }, { actor, now }) {
		const comment = await tx.get('comments', id);
		if (!comment) return refuse('not_found', 'id');
		const own = comment.createdBy === actor.memberId;
		if (!own && !(await canIn(tx, actor, 'manage', comment.folderId, now))) return refuse('not_found', 'id');
		return changeRow(tx, 'comments', id, { deletedAt: now });
	}
});

export const resolveComment = command({
	input: v.object({ id: idSchema, resolved: v.boolean() }),
	needs: ({ id }) => [commentNeed(id)],
	subject: ({ id }) => ({ noun: 'comments', id }),
	apply: (tx, { id, resolved }, { actor, now }) =>
		changeRow(tx, 'comments', id, {
			resolvedAt: resolved ? now : null,
			resolvedBy: resolved ? actor.memberId : null
		})
});

export const reactToComment = command({
	input: v.object({ id: idSchema, reaction: v.picklist(reactions), given: v.boolean() }),
	needs: ({ id }) => [commentNeed(id)],
	subject: ({ id }) => ({ noun: 'comments', id }),
	async apply(tx, { id, reaction, given }, { actor }) {
		const comment = await tx.get('comments', id);
		if (!comment) return refuse('not_found', 'id');
		const others = (comment.reactions[reaction] ?? []).filter((memberId) => memberId !== actor.memberId);
		if (given && others.length >= commentLimits.reactors) return refuse('too_many', 'reaction');
		const givers = given ? [...others, actor.memberId] : others;
		await tx.put('comments', { ...comment, reactions: { ...comment.reactions, [reaction]: givers } });
		return undefined;
	}
});

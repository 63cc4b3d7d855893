import * as v from 'valibot';
import { command } from '../commands/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { idSchema } from '../kernel/schema.ts';
import { firstUpdateSchema } from '../pages/page-commands.ts';
import { taskNeed } from './task-commands.ts';

/**
 * The page that holds a task's description. Its id follows from the task's (a UUID of version 8),
 * so that two people who begin one apart begin the same one, and their texts merge.
 */
export function descriptionIdOf(taskId: string): string {
	return `${taskId.slice(0, 14)}8${taskId.slice(15)}`;
}

/**
 * Begins a task's description: a page of the kind *task* in the task's folder. `content` is its
 * first update, as for `pages.create`. Once more it changes nothing.
 */
export const describeTask = command({
	input: v.object({ id: idSchema, content: v.optional(firstUpdateSchema) }),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id }, { actor, now }) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		if (task.descriptionId !== null) return undefined;
		const pageId = descriptionIdOf(id);
		if (await tx.get('pages', pageId)) return refuse('already_exists', 'id');
		await tx.put('pages', {
			id: pageId,
			workspaceId: actor.workspaceId,
			folderId: task.folderId,
			title: task.title,
			kind: 'task',
			orderKey: 'a0',
			archivedAt: null,
			trashedAt: null,
			createdBy: actor.memberId,
			createdAt: now,
			editedAt: now,
			contentSeq: 0,
			version: 0,
			deletedAt: null
		});
		await tx.put('tasks', { ...task, descriptionId: pageId });
		return undefined;
	}
});

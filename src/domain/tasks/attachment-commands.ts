import * as v from 'valibot';
import { command } from '../commands/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { idSchema } from '../kernel/schema.ts';
import { attachmentLimits, fileIdSchema, newAttachmentSchema, safeFileName } from './attachment.ts';
import { taskNeed } from './task-commands.ts';

/** Says that a file belongs to a task. */
export const attachFile = command({
	input: v.object({ id: idSchema, attachment: newAttachmentSchema }),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, attachment }, { actor, now }) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		if (task.attachments.some((file) => file.id === attachment.id))
			return refuse('already_exists', 'attachment.id');
		if (task.attachments.length >= attachmentLimits.perTask) return refuse('too_many', 'attachment');
		const file = {
			...attachment,
			name: safeFileName(attachment.name),
			addedBy: actor.memberId,
			addedAt: now
		};
		await tx.put('tasks', { ...task, attachments: [...task.attachments, file] });
		return undefined;
	}
});

/** The file goes off the task; what was sent of it is deleted later, so that this can be taken back. */
export const detachFile = command({
	input: v.object({ id: idSchema, attachmentId: fileIdSchema }),
	needs: ({ id }) => [taskNeed(id)],
	subject: ({ id }) => ({ noun: 'tasks', id }),
	async apply(tx, { id, attachmentId }) {
		const task = await tx.get('tasks', id);
		if (!task) return refuse('not_found', 'id');
		const attachments = task.attachments.filter((file) => file.id !== attachmentId);
		if (attachments.length === task.attachments.length) return refuse('not_found', 'attachmentId');
		await tx.put('tasks', { ...task, attachments });
		return undefined;
	}
});

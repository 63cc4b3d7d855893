import * as v from 'valibot';
import { command, type Need } from '../commands/command.ts';
import { isInTrash } from '../folders/trash.ts';
import { refuse } from '../kernel/refusal.ts';
import { filledLineSchema, idSchema, limits, orderKeySchema } from '../kernel/schema.ts';
import { hasTwins } from '../kernel/twins.ts';
import { changeRow } from '../records/change-row.ts';
import { relocateTask } from '../tasks/relocate-task.ts';
import { boardLimits, columnSchema, fieldSchema } from './board.ts';

const one = v.object({ id: idSchema });

export function boardNeed(id: string, action: 'view' | 'edit' | 'manage' = 'edit', field = 'id'): Need {
	return { noun: 'boards', id, action, field };
}

function intoFolder(folderId: string): Need {
	return { noun: 'folders', id: folderId, action: 'edit', field: 'folderId' };
}

export const createBoard = command({
	input: v.object({
		id: idSchema,
		folderId: idSchema,
		name: filledLineSchema(limits.name),
		orderKey: orderKeySchema,
		columns: v.pipe(v.array(columnSchema), v.minLength(1), v.maxLength(boardLimits.columns)),
		fields: v.optional(v.pipe(v.array(fieldSchema), v.maxLength(boardLimits.fields)), []),
		template: v.optional(v.boolean(), false)
	}),
	needs: ({ folderId }) => [intoFolder(folderId)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { template, ...input }, { actor, now }) {
		if (await tx.get('boards', input.id)) return refuse('already_exists', 'id');
		if (hasTwins(input.columns)) return refuse('already_exists', 'columns');
		if (hasTwins(input.fields)) return refuse('already_exists', 'fields');
		if (await isInTrash(tx, input.folderId)) return refuse('in_trash', 'folderId');
		await tx.put('boards', {
			...input,
			workspaceId: actor.workspaceId,
			templateAt: template ? now : null,
			archivedAt: null,
			trashedAt: null,
			createdBy: actor.memberId,
			createdAt: now,
			version: 0,
			deletedAt: null
		});
		return undefined;
	}
});

export const renameBoard = command({
	input: v.object({ id: idSchema, name: filledLineSchema(limits.name) }),
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	apply: (tx, { id, name }) => changeRow(tx, 'boards', id, { name })
});

/** Takes the board with everything on it to another folder, or to another place among its siblings. */
export const moveBoard = command({
	input: v.object({ id: idSchema, folderId: idSchema, orderKey: orderKeySchema }),
	needs: ({ id, folderId }) => [boardNeed(id), intoFolder(folderId)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { id, folderId, orderKey }) {
		const board = await tx.get('boards', id);
		if (!board) return refuse('not_found', 'id');
		if (await isInTrash(tx, folderId)) return refuse('in_trash', 'folderId');
		if (board.folderId !== folderId) {
			const tasks = await tx.list('tasks', { boardId: id });
			if (tasks.length > boardLimits.tasksMoved) return refuse('too_many', 'id');
			for (const task of tasks) await relocateTask(tx, task, { folderId });
			for (const filter of await tx.list('filters', { boardId: id }))
				await tx.put('filters', { ...filter, folderId });
		}
		await tx.put('boards', { ...board, folderId, orderKey });
		return undefined;
	}
});

export const setBoardTemplate = command({
	input: v.object({ id: idSchema, template: v.boolean() }),
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	apply: (tx, { id, template }, { now }) => changeRow(tx, 'boards', id, { templateAt: template ? now : null })
});

export const archiveBoard = command({
	input: one,
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	apply: (tx, { id }, { now }) => changeRow(tx, 'boards', id, { archivedAt: now })
});

export const unarchiveBoard = command({
	input: one,
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	apply: (tx, { id }) => changeRow(tx, 'boards', id, { archivedAt: null })
});

export const trashBoard = command({
	input: one,
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	apply: (tx, { id }, { now }) => changeRow(tx, 'boards', id, { trashedAt: now })
});

export const restoreBoard = command({
	input: one,
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { id }) {
		const board = await tx.get('boards', id);
		if (board?.trashedAt === null) return refuse('not_in_trash', 'id');
		return changeRow(tx, 'boards', id, { trashedAt: null });
	}
});

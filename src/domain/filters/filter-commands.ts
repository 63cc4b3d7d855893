import * as v from 'valibot';
import { boardNeed } from '../boards/board-commands.ts';
import { command, type Need } from '../commands/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { filledLineSchema, idSchema, limits, orderKeySchema } from '../kernel/schema.ts';
import { changeRow } from '../records/change-row.ts';

const querySchema = v.pipe(v.string(), v.maxLength(1_000));

function filterNeed(id: string): Need {
	return { noun: 'filters', id, action: 'edit', field: 'id' };
}

export const saveFilter = command({
	input: v.object({
		id: idSchema,
		boardId: idSchema,
		name: filledLineSchema(limits.name),
		orderKey: orderKeySchema,
		query: querySchema
	}),
	needs: ({ boardId }) => [boardNeed(boardId, 'edit', 'boardId')],
	subject: ({ id }) => ({ noun: 'filters', id }),
	async apply(tx, input, { actor, now }) {
		if (await tx.get('filters', input.id)) return refuse('already_exists', 'id');
		const board = await tx.get('boards', input.boardId);
		if (!board) return refuse('not_found', 'boardId');
		await tx.put('filters', {
			...input,
			workspaceId: actor.workspaceId,
			folderId: board.folderId,
			createdBy: actor.memberId,
			createdAt: now,
			version: 0,
			deletedAt: null
		});
		return undefined;
	}
});

export const setFilter = command({
	input: v.object({ id: idSchema, name: filledLineSchema(limits.name), query: querySchema }),
	needs: ({ id }) => [filterNeed(id)],
	subject: ({ id }) => ({ noun: 'filters', id }),
	apply: (tx, { id, name, query }) => changeRow(tx, 'filters', id, { name, query })
});

export const removeFilter = command({
	input: v.object({ id: idSchema }),
	needs: ({ id }) => [filterNeed(id)],
	subject: ({ id }) => ({ noun: 'filters', id }),
	apply: (tx, { id }, { now }) => changeRow(tx, 'filters', id, { deletedAt: now })
});

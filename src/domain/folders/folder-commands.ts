import * as v from 'valibot';
import { isOutsider, managesWorkspace } from '../access/level.ts';
import { command, type CommandContext, type Need } from '../commands/command.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { filledLineSchema, idSchema, limits, orderKeySchema } from '../kernel/schema.ts';
import type { Tx } from '../records/tx.ts';
import type { Folder } from './folder.ts';
import { isInTrash } from './trash.ts';

const one = v.object({ id: idSchema });

/** A place for a folder: below another, or at the root of the workspace. */
function placeNeed(parentId: string | null, action: 'edit' | 'manage'): Need {
	return parentId === null
		? { workspace: 'folders.createRoot', field: 'parentId' }
		: { noun: 'folders', id: parentId, action, field: 'parentId' };
}

function ownNeed(id: string, action: 'edit' | 'manage'): Need {
	return { noun: 'folders', id, action, field: 'id' };
}

export const createFolder = command({
	input: v.object({
		id: idSchema,
		grantId: idSchema,
		parentId: v.nullable(idSchema),
		name: filledLineSchema(limits.name),
		orderKey: orderKeySchema,
		restricted: v.optional(v.boolean(), false)
	}),
	needs: ({ parentId }) => [placeNeed(parentId, 'edit')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	async apply(tx, input, { actor, now }) {
		if (await tx.get('folders', input.id)) return refuse('already_exists', 'id');
		// Putting the creator's grant would otherwise take over one of another folder.
		if (await tx.get('grants', input.grantId)) return refuse('already_exists', 'grantId');
		if (await isInTrash(tx, input.parentId)) return refuse('in_trash', 'parentId');
		if ((await depthOf(tx, input.parentId)) >= limits.folderDepth) return refuse('too_deep', 'parentId');
		await tx.put('folders', {
			id: input.id,
			workspaceId: actor.workspaceId,
			parentId: input.parentId,
			name: input.name,
			orderKey: input.orderKey,
			restrictedAt: input.restricted ? now : null,
			archivedAt: null,
			trashedAt: null,
			createdBy: actor.memberId,
			createdAt: now,
			version: 0,
			deletedAt: null
		});
		await giveCreator(tx, input.id, input.grantId, { actor, now });
		return undefined;
	}
});

/** Whoever makes a folder at the root of their own work may look after it: staff get *manage* there. */
async function giveCreator(tx: Tx, folderId: string, grantId: string, { actor, now }: CommandContext) {
	if (managesWorkspace(actor.role) || isOutsider(actor.role)) return;
	await tx.put('grants', {
		id: grantId,
		workspaceId: actor.workspaceId,
		folderId,
		memberId: actor.memberId,
		role: null,
		level: 'manage',
		givenBy: actor.memberId,
		givenAt: now,
		endsAt: null,
		version: 0,
		deletedAt: null
	});
}

export const renameFolder = command({
	input: v.object({ id: idSchema, name: filledLineSchema(limits.name) }),
	needs: ({ id }) => [ownNeed(id, 'edit')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	apply: (tx, { id, name }) => change(tx, id, { name })
});

export const moveFolder = command({
	input: v.object({ id: idSchema, parentId: v.nullable(idSchema), orderKey: orderKeySchema }),
	needs: ({ id, parentId }) => [ownNeed(id, 'manage'), placeNeed(parentId, 'manage')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	async apply(tx, { id, parentId, orderKey }) {
		for (let above = parentId; above !== null; above = (await tx.get('folders', above))?.parentId ?? null) {
			if (above === id) return refuse('cycle', 'parentId');
		}
		if (await isInTrash(tx, parentId)) return refuse('in_trash', 'parentId');
		const depth = (await depthOf(tx, parentId)) + (await heightOf(tx, id));
		if (depth > limits.folderDepth) return refuse('too_deep', 'parentId');
		return change(tx, id, { parentId, orderKey });
	}
});

export const restrictFolder = command({
	input: one,
	needs: ({ id }) => [ownNeed(id, 'manage')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	apply: (tx, { id }, { now }) => change(tx, id, { restrictedAt: now })
});

export const openFolder = command({
	input: one,
	needs: ({ id }) => [ownNeed(id, 'manage')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	apply: (tx, { id }) => change(tx, id, { restrictedAt: null })
});

export const archiveFolder = command({
	input: one,
	needs: ({ id }) => [ownNeed(id, 'manage')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	apply: (tx, { id }, { now }) => change(tx, id, { archivedAt: now })
});

export const unarchiveFolder = command({
	input: one,
	needs: ({ id }) => [ownNeed(id, 'manage')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	apply: (tx, { id }) => change(tx, id, { archivedAt: null })
});

export const trashFolder = command({
	input: one,
	needs: ({ id }) => [ownNeed(id, 'manage')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	apply: (tx, { id }, { now }) => change(tx, id, { trashedAt: now })
});

export const restoreFolder = command({
	input: one,
	needs: ({ id }) => [ownNeed(id, 'manage')],
	subject: ({ id }) => ({ noun: 'folders', id }),
	async apply(tx, { id }) {
		const folder = await tx.get('folders', id);
		if (folder?.trashedAt === null) return refuse('not_in_trash', 'id');
		return change(tx, id, { trashedAt: null });
	}
});

async function change(tx: Tx, id: string, columns: Partial<Folder>): Promise<Refusal | undefined> {
	const folder = await tx.get('folders', id);
	if (!folder) return refuse('not_found', 'id');
	await tx.put('folders', { ...folder, ...columns });
	return undefined;
}

/** How many folders lie from the root to this one, itself included. */
async function depthOf(tx: Tx, id: string | null): Promise<number> {
	let depth = 0;
	for (let at = id; at !== null && depth <= limits.folderDepth; depth++) {
		at = (await tx.get('folders', at))?.parentId ?? null;
	}
	return depth;
}

/** How many levels of folders hang from this one, itself included. */
async function heightOf(tx: Tx, id: string): Promise<number> {
	const children = await tx.list('folders', { parentId: id });
	const heights = await Promise.all(children.map((child) => heightOf(tx, child.id)));
	return 1 + Math.max(0, ...heights);
}

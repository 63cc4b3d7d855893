import * as v from 'valibot';
import { command, type Need } from '../commands/command.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import { filledLineSchema, idSchema, limits, orderKeySchema } from '../kernel/schema.ts';
import type { Tx } from '../records/tx.ts';
import { isInTrash } from '../folders/trash.ts';
import { documentKinds, isDocument, type Page } from './page.ts';

const one = v.object({ id: idSchema });

/** Longest first text of a page: one update of at most 256 kB, as base64. */
export const firstUpdateSchema = v.pipe(v.string(), v.base64(), v.maxLength(Math.ceil((256 * 1024) / 3) * 4));

function ownNeed(id: string, action: 'edit' | 'manage' = 'edit'): Need {
	return { noun: 'pages', id, action, field: 'id' };
}

function folderNeed(folderId: string): Need {
	return { noun: 'folders', id: folderId, action: 'edit', field: 'folderId' };
}

/**
 * Makes a page. `content` is the first update of its Y.Doc, base64: the device that makes a page
 * offline writes on from the very bytes that the server will store, so nothing is seeded twice.
 * Without it the server starts the page from the skeleton of its kind.
 */
export const createPage = command({
	input: v.object({
		id: idSchema,
		folderId: idSchema,
		title: filledLineSchema(limits.title),
		kind: v.picklist(documentKinds),
		orderKey: orderKeySchema,
		content: v.optional(firstUpdateSchema)
	}),
	needs: ({ folderId }) => [folderNeed(folderId)],
	subject: ({ id }) => ({ noun: 'pages', id }),
	async apply(tx, input, { actor, now }) {
		if (await tx.get('pages', input.id)) return refuse('already_exists', 'id');
		if (await isInTrash(tx, input.folderId)) return refuse('in_trash', 'folderId');
		await tx.put('pages', {
			id: input.id,
			workspaceId: actor.workspaceId,
			folderId: input.folderId,
			title: input.title,
			kind: input.kind,
			orderKey: input.orderKey,
			archivedAt: null,
			trashedAt: null,
			createdBy: actor.memberId,
			createdAt: now,
			editedAt: now,
			contentSeq: 0,
			version: 0,
			deletedAt: null
		});
		return undefined;
	}
});

export const renamePage = command({
	input: v.object({ id: idSchema, title: filledLineSchema(limits.title) }),
	needs: ({ id }) => [ownNeed(id)],
	subject: ({ id }) => ({ noun: 'pages', id }),
	apply: (tx, { id, title }) => change(tx, id, { title })
});

export const movePage = command({
	input: v.object({ id: idSchema, folderId: idSchema, orderKey: orderKeySchema }),
	needs: ({ id, folderId }) => [ownNeed(id), folderNeed(folderId)],
	subject: ({ id }) => ({ noun: 'pages', id }),
	async apply(tx, { id, folderId, orderKey }) {
		if (await isInTrash(tx, folderId)) return refuse('in_trash', 'folderId');
		return change(tx, id, { folderId, orderKey });
	}
});

export const setPageKind = command({
	input: v.object({ id: idSchema, kind: v.picklist(documentKinds) }),
	needs: ({ id }) => [ownNeed(id)],
	subject: ({ id }) => ({ noun: 'pages', id }),
	apply: (tx, { id, kind }) => change(tx, id, { kind })
});

export const archivePage = command({
	input: one,
	needs: ({ id }) => [ownNeed(id)],
	subject: ({ id }) => ({ noun: 'pages', id }),
	apply: (tx, { id }, { now }) => change(tx, id, { archivedAt: now })
});

export const unarchivePage = command({
	input: one,
	needs: ({ id }) => [ownNeed(id)],
	subject: ({ id }) => ({ noun: 'pages', id }),
	apply: (tx, { id }) => change(tx, id, { archivedAt: null })
});

export const trashPage = command({
	input: one,
	needs: ({ id }) => [ownNeed(id)],
	subject: ({ id }) => ({ noun: 'pages', id }),
	apply: (tx, { id }, { now }) => change(tx, id, { trashedAt: now })
});

export const restorePage = command({
	input: one,
	needs: ({ id }) => [ownNeed(id)],
	subject: ({ id }) => ({ noun: 'pages', id }),
	async apply(tx, { id }) {
		const page = await tx.get('pages', id);
		if (page?.trashedAt === null) return refuse('not_in_trash', 'id');
		return change(tx, id, { trashedAt: null });
	}
});

/** For ever: the row becomes a tombstone and the server drops its text. Only from the trash. */
export const purgePage = command({
	input: one,
	needs: ({ id }) => [ownNeed(id, 'manage')],
	subject: ({ id }) => ({ noun: 'pages', id }),
	async apply(tx, { id }, { now }) {
		const page = await tx.get('pages', id);
		if (page?.trashedAt === null) return refuse('not_in_trash', 'id');
		return change(tx, id, { deletedAt: now });
	}
});

async function change(tx: Tx, id: string, columns: Partial<Page>): Promise<Refusal | undefined> {
	const page = await tx.get('pages', id);
	// The description of a task lives and moves with its task, by the task's commands only.
	if (!page || !isDocument(page)) return refuse('not_found', 'id');
	await tx.put('pages', { ...page, ...columns });
	return undefined;
}

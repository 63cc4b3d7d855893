import * as v from 'valibot';
import { idSchema, limits, filledLineSchema, orderKeySchema, timeSchema } from '../kernel/schema.ts';
import type { Tx } from '../records/tx.ts';

/**
 * A folder: the unit of access, of sync and of history. State that somebody caused is a time,
 * null while it is not so.
 */
export const folderSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	parentId: v.nullable(idSchema),
	name: filledLineSchema(limits.name),
	orderKey: orderKeySchema,
	/** Since when nothing is inherited from above: neither grants nor the default of the role. */
	restrictedAt: v.nullable(timeSchema),
	archivedAt: v.nullable(timeSchema),
	trashedAt: v.nullable(timeSchema),
	createdBy: idSchema,
	createdAt: timeSchema,
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});

export type Folder = v.InferOutput<typeof folderSchema>;

/** Whether a folder lies in the trash, itself or with one above it. */
export async function isInTrash(tx: Tx, folderId: string | null): Promise<boolean> {
	let id = folderId;
	for (let depth = 0; id !== null && depth <= limits.folderDepth; depth++) {
		const folder: Folder | undefined = await tx.get('folders', id);
		if (!folder) return false;
		if (folder.trashedAt !== null) return true;
		id = folder.parentId;
	}
	return false;
}

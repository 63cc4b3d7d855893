import * as v from 'valibot';
import { idSchema, limits, filledLineSchema, orderKeySchema, timeSchema } from '../kernel/schema.ts';

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

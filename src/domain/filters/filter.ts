import * as v from 'valibot';
import { filledLineSchema, idSchema, limits, orderKeySchema, timeSchema } from '../kernel/schema.ts';

/** A saved way of looking at a board: everybody who sees the board may use it. */
export const filterSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	folderId: idSchema,
	boardId: idSchema,
	name: filledLineSchema(limits.name),
	orderKey: orderKeySchema,
	/** The query of the address, as the views write it: `view=list&who=me`. */
	query: v.pipe(v.string(), v.maxLength(1_000)),
	createdBy: idSchema,
	createdAt: timeSchema,
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Filter = v.InferOutput<typeof filterSchema>;

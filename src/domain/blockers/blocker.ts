import * as v from 'valibot';
import { daySchema } from '../kernel/day.ts';
import { filledLineSchema, idSchema, timeSchema } from '../kernel/schema.ts';

export const reasonSchema = filledLineSchema(300);

/**
 * One thing that stands in the way of work, however many tasks wait for it: they name it, and all
 * of them are free once it is solved.
 */
export const blockerSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	folderId: idSchema,
	reason: reasonSchema,
	/** Who can clear the way; null while nobody knows. */
	ownerId: v.nullable(idSchema),
	expectedOn: v.nullable(daySchema),
	solvedAt: v.nullable(timeSchema),
	solvedBy: v.nullable(idSchema),
	createdBy: idSchema,
	createdAt: timeSchema,
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Blocker = v.InferOutput<typeof blockerSchema>;

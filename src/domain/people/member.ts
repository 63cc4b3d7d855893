import * as v from 'valibot';
import { roles } from '../access/level.ts';
import { filledLineSchema, idSchema, limits, lineSchema, timeSchema } from '../kernel/schema.ts';

/** One person in one workspace. The account (e-mail, password) behind it is never in the feed. */
export const memberSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	name: filledLineSchema(limits.name),
	role: v.picklist(roles),
	/** What they do, as colleagues say it: "gudang". */
	title: lineSchema(limits.name),
	/** Whose company an outsider comes from. */
	company: lineSchema(limits.name),
	joinedAt: timeSchema,
	deactivatedAt: v.nullable(timeSchema),
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});

export type Member = v.InferOutput<typeof memberSchema>;

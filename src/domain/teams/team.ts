import * as v from 'valibot';
import { filledLineSchema, idSchema, limits, timeSchema } from '../kernel/schema.ts';

export const teamLimits = { members: 100, leaves: 200 } as const;

/** People who take work together. Known inside the company only. */
export const teamSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	name: filledLineSchema(limits.name),
	memberIds: v.pipe(v.array(idSchema), v.maxLength(teamLimits.members)),
	/** Who hears when work is late, and who stands in for them. */
	leadId: v.nullable(idSchema),
	deputyId: v.nullable(idSchema),
	createdBy: idSchema,
	createdAt: timeSchema,
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Team = v.InferOutput<typeof teamSchema>;

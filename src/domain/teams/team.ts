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
	/** Out of sight: nobody hears by it any more, and no new work is given to it. */
	archivedAt: v.nullable(timeSchema),
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Team = v.InferOutput<typeof teamSchema>;

/** Whether work can be given to a team. A copy from before teams were archived lacks the column. */
export function isActiveTeam({ archivedAt }: Team): boolean {
	return !archivedAt;
}

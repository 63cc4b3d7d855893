import * as v from 'valibot';
import { daySchema } from '../kernel/day.ts';
import { idSchema, timeSchema } from '../kernel/schema.ts';

/** Days on which somebody is away, both ends included. Known inside the company only. */
export const leaveSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	memberId: idSchema,
	from: daySchema,
	to: daySchema,
	createdBy: idSchema,
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Leave = v.InferOutput<typeof leaveSchema>;

/** Whether somebody is away on a day, by the leaves that are known. */
export function isAway(leaves: readonly Leave[], memberId: string, day: string): boolean {
	return leaves.some((leave) => leave.memberId === memberId && leave.from <= day && day <= leave.to);
}

import * as v from 'valibot';
import { addDays, daySchema } from '../kernel/day.ts';
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

/** Days away in one piece, both ends included. */
export interface Away {
	from: string;
	to: string;
}

/**
 * When somebody is away next, from `day` on and beginning no later than `latest`: leaves that touch
 * or overlap count as one piece.
 */
export function nextAway(
	leaves: readonly Leave[],
	memberId: string,
	day: string,
	latest = day
): Away | undefined {
	const own = leaves
		.filter((leave) => leave.memberId === memberId && leave.to >= day)
		.sort((a, b) => (a.from < b.from ? -1 : 1));
	const [first, ...later] = own;
	if (!first || first.from > latest) return undefined;
	let { to } = first;
	for (const leave of later) if (leave.from <= addDays(to, 1) && leave.to > to) ({ to } = leave);
	return { from: first.from, to };
}

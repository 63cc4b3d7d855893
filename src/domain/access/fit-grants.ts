import type { Tx } from '../records/tx.ts';
import type { Grant } from './grant.ts';
import { atLeast, ceilingOf, isOutsider, outsiderGrantMs, type Role } from './level.ts';

/**
 * Brings the grants that name a member within what their new role may hold: for somebody from
 * outside each gets an end, and none is above the role's ceiling. A role of the company keeps all.
 */
export async function fitGrantsToRole(
	tx: Tx,
	{ memberId, role }: { memberId: string; role: Role },
	now: number
): Promise<void> {
	if (!isOutsider(role)) return;
	for (const grant of await tx.list('grants', { memberId })) {
		const fitted = fit(grant, role, now);
		if (fitted.endsAt !== grant.endsAt || fitted.level !== grant.level) await tx.put('grants', fitted);
	}
}

function fit(grant: Grant, role: Role, now: number): Grant {
	const level = atLeast(ceilingOf(role), grant.level) ? grant.level : ceilingOf(role);
	return { ...grant, level, endsAt: grant.endsAt ?? now + outsiderGrantMs };
}

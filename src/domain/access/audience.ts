import type { Actor } from './can.ts';
import type { Grant } from './grant.ts';
import { isOutsider } from './level.ts';

/**
 * For whose eyes the rows of a folder are filtered. Insiders get all rows of what they see;
 * outsiders only those grants that are theirs, which depends on their role. A device whose copy
 * was made for another audience starts anew.
 */
export function audienceOf({ role }: Pick<Actor, 'role'>): string {
	return isOutsider(role) ? role : 'inside';
}

/** Whether a viewer of its folder may know of a grant: outsiders only of their own. */
export function mayKnowGrant(
	viewer: Pick<Actor, 'role' | 'memberId'>,
	grant: Pick<Grant, 'memberId' | 'role'>
): boolean {
	if (!isOutsider(viewer.role)) return true;
	return grant.memberId === null ? grant.role === viewer.role : grant.memberId === viewer.memberId;
}

/** Whether this viewer knows everybody of the workspace, or only people who share a folder with them. */
export function knowsEverybody({ role }: Pick<Actor, 'role'>): boolean {
	return !isOutsider(role);
}

/** Longest an outsider's device may keep a folder without contact, in days. */
const outsiderLeaseDays = 3;

/** Days that a folder may stay on this person's device without contact. */
export function leaseDaysOf({ role }: Pick<Actor, 'role'>, insiderDays: number): number {
	return isOutsider(role) ? Math.min(outsiderLeaseDays, insiderDays) : insiderDays;
}

/** What somebody may do in a folder; each level includes those before it. */
export const levels = ['none', 'view', 'comment', 'edit', 'manage'] as const;
export type Level = (typeof levels)[number];

/** What a grant may give: never nothing. */
export const grantLevels = ['view', 'comment', 'edit', 'manage'] as const;
export type GrantLevel = (typeof grantLevels)[number];

export const roles = ['owner', 'admin', 'staff', 'freelancer', 'vendor'] as const;
export type Role = (typeof roles)[number];

/** Roles that a grant may name as a whole; the others manage every folder anyway. */
export const grantableRoles = ['staff', 'freelancer', 'vendor'] as const satisfies readonly Role[];
export type GrantableRole = (typeof grantableRoles)[number];

export function atLeast(level: Level, needed: Level): boolean {
	return levels.indexOf(level) >= levels.indexOf(needed);
}

export function lower(a: Level, b: Level): Level {
	return atLeast(a, b) ? b : a;
}

export function higher(a: Level, b: Level): Level {
	return atLeast(a, b) ? a : b;
}

/** People from outside the company: they start with nothing and every grant of theirs ends. */
export function isOutsider(role: Role): boolean {
	return role === 'freelancer' || role === 'vendor';
}

/** Those who may not all be gone, and over whom only they themselves decide. */
export function isOwner(role: Role): boolean {
	return role === 'owner';
}

/** Those who manage every folder and everybody's membership. */
export function managesWorkspace(role: Role): boolean {
	return role === 'owner' || role === 'admin';
}

/** What a role holds in folders that nothing up to the root restricts, without any grant. */
export function defaultLevelOf(role: Role): Level {
	return role === 'staff' ? 'edit' : 'none';
}

/** The most that a role can hold in a folder, whatever it is granted. A vendor never manages. */
export function ceilingOf(role: Role): GrantLevel {
	return role === 'vendor' ? 'edit' : 'manage';
}

/** How long an outsider's grant lasts when nobody chose: 90 days. */
export const outsiderGrantMs = 90 * 24 * 60 * 60 * 1000;

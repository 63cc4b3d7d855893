import type { Workspace } from '../sync/workspace.ts';

/**
 * The active member whom a typed name means: the first name, or the start of the whole name with
 * or without its spaces. Undefined for nobody, and for several.
 */
export function findMemberNamed({ records }: Workspace, typed: string): string | undefined {
	const wanted = plain(typed);
	const found = records
		.list('members')
		.filter(({ name, deactivatedAt }) => deactivatedAt === null && isCalled(name, wanted));
	return found.length === 1 ? found[0]?.id : undefined;
}

function isCalled(name: string, wanted: string): boolean {
	return plain(name).startsWith(wanted) || plain(name.split(/\s+/)[0] ?? '') === wanted;
}

function plain(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

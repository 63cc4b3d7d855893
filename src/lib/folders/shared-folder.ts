import { isOutsider } from '#domain/access/level.ts';
import type { Member } from '#domain/people/member.ts';
import type { Workspace } from '../sync/workspace.ts';

/**
 * The outsiders to whom this very folder is given, by name or by role: it wears a stitched edge.
 * Folders below it look like others, they only inherit.
 */
export function outsidersIn({ records }: Workspace, folderId: string): Member[] {
	const grants = records.list('grants').filter((grant) => grant.folderId === folderId);
	if (grants.length === 0) return [];
	return records
		.list('members')
		.filter(
			(member) =>
				isOutsider(member.role) &&
				member.deactivatedAt === null &&
				grants.some((grant) => grant.memberId === member.id || grant.role === member.role)
		);
}

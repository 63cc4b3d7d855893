import type { Grant } from '#domain/access/grant.ts';
import type { GrantLevel, Role } from '#domain/access/level.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Member } from '#domain/people/member.ts';

/** Rows as a device holds them, for tests of what screens derive from them. */
export function memberRow(name: string, role: Role, facts: Partial<Member> = {}): Member {
	return {
		id: name.toLowerCase(),
		workspaceId: 'w',
		name,
		role,
		title: '',
		company: '',
		joinedAt: 0,
		deactivatedAt: null,
		version: 1,
		deletedAt: null,
		...facts
	};
}

export function folderRow(id: string, facts: Partial<Folder> = {}): Folder {
	return {
		id,
		workspaceId: 'w',
		parentId: null,
		name: id,
		orderKey: id,
		restrictedAt: null,
		archivedAt: null,
		trashedAt: null,
		createdBy: 'wulan',
		createdAt: 0,
		version: 1,
		deletedAt: null,
		...facts
	};
}

export function grantRow(
	folderId: string,
	holder: { memberId: string } | { role: Role },
	level: GrantLevel,
	facts: Partial<Grant> = {}
): Grant {
	const named = { memberId: null, role: null, ...holder };
	return {
		id: `${folderId}/${named.memberId ?? named.role}`,
		workspaceId: 'w',
		folderId,
		...named,
		level,
		givenBy: 'wulan',
		givenAt: 0,
		endsAt: null,
		version: 1,
		deletedAt: null,
		...facts
	};
}

import type { Member } from '../people/member.ts';
import { standingIn, type Actor, type FolderTree, type Reason } from './can.ts';
import { roles, type GrantLevel } from './level.ts';

/** Somebody who sees a folder: how far, and by what. */
export interface FolderViewer {
	member: Member;
	level: GrantLevel;
	by: Reason;
}

/** A person as somebody who acts with all that their membership gives. */
export function actorOf(member: Member): Actor {
	const active = member.deactivatedAt === null && member.deletedAt === null;
	return { memberId: member.id, workspaceId: member.workspaceId, role: member.role, active, cap: 'manage' };
}

/**
 * Everybody among `members` who sees a folder at `now`, owners first, then by name. Unknown folders
 * and deactivated people give nobody.
 */
export function whoCan(
	folderId: string,
	members: readonly Member[],
	tree: FolderTree,
	now: number
): FolderViewer[] {
	const viewers = members.flatMap((member) => {
		const { level, by } = standingIn(actorOf(member), folderId, tree, now);
		return level === 'none' || by === null ? [] : [{ member, level, by }];
	});
	return viewers.sort((a, b) => compareMembers(a.member, b.member));
}

/**
 * The folder above which is not held here though access comes down from it: whoever sees that one sees
 * this one too, and who they are cannot be told. Undefined where everybody is known.
 */
export function hiddenAbove(folderId: string, tree: FolderTree): string | undefined {
	const passed = new Set<string>();
	for (let id = folderId; !passed.has(id);) {
		const folder = tree.folder(id);
		if (!folder) return id === folderId ? undefined : id;
		if (folder.restrictedAt !== null || folder.parentId === null) return undefined;
		passed.add(id);
		id = folder.parentId;
	}
	return undefined;
}

/** The order of people in every list: by role from owner to vendor, then by name. */
export function compareMembers(a: Member, b: Member): number {
	return roles.indexOf(a.role) - roles.indexOf(b.role) || a.name.localeCompare(b.name, 'id');
}

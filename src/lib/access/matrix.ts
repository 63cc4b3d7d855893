import type { FolderTree, Reason } from '#domain/access/can.ts';
import { standingIn } from '#domain/access/can.ts';
import type { Grant } from '#domain/access/grant.ts';
import {
	atLeast,
	ceilingOf,
	grantLevels,
	managesWorkspace,
	roles,
	type GrantLevel,
	type Level,
	type Role
} from '#domain/access/level.ts';
import { withGrants } from '#domain/access/folder-tree.ts';
import { actorOf, compareMembers } from '#domain/access/who-can.ts';
import type { Folder } from '#domain/folders/folder.ts';
import type { Member } from '#domain/people/member.ts';

/** What one person holds in one folder, and what may be chosen there instead. */
export interface MatrixCell {
	member: Member;
	folder: Folder;
	level: Level;
	by: Reason | null;
	/** The grant that names this person on this very folder. */
	own: Grant | null;
	/** What they would hold without their own grant. */
	inherited: Level;
	/** Levels that an own grant could usefully give: above what is inherited, up to the role's ceiling. */
	choices: GrantLevel[];
}

export interface MatrixGroup {
	role: Role;
	rows: { member: Member; cells: MatrixCell[] }[];
}

/** People who are in, grouped by role from owner to vendor, with a cell for each folder. */
export function matrixOf(
	members: readonly Member[],
	folders: readonly Folder[],
	tree: FolderTree,
	grants: readonly Grant[],
	now: number
): MatrixGroup[] {
	const active = members.filter((member) => member.deactivatedAt === null).sort(compareMembers);
	const ownOf = ownGrants(grants, now);
	const rowOf = (member: Member) => ({
		member,
		cells: folders.map((folder) => cellOf(member, folder, tree, ownOf(member.id, folder.id), now))
	});
	return roles
		.map((role) => ({ role, rows: active.filter((member) => member.role === role).map(rowOf) }))
		.filter((group) => group.rows.length > 0);
}

function ownGrants(grants: readonly Grant[], now: number) {
	const living = grants.filter((grant) => grant.endsAt === null || grant.endsAt > now);
	const byKey = new Map(living.map((grant) => [`${grant.memberId} ${grant.folderId}`, grant]));
	return (memberId: string, folderId: string) => byKey.get(`${memberId} ${folderId}`) ?? null;
}

function cellOf(
	member: Member,
	folder: Folder,
	tree: FolderTree,
	own: Grant | null,
	now: number
): MatrixCell {
	const actor = actorOf(member);
	const { level, by } = standingIn(actor, folder.id, tree, now);
	const others = tree.grantsOn(folder.id).filter((grant) => grant.id !== own?.id);
	const inherited = standingIn(actor, folder.id, withGrants(tree, folder.id, others), now).level;
	return { member, folder, level, by, own, inherited, choices: choicesFor(member.role, inherited) };
}

/** Grants only ever add, so what is inherited is the least that can be chosen. */
function choicesFor(role: Role, inherited: Level): GrantLevel[] {
	if (managesWorkspace(role)) return [];
	return grantLevels.filter((level) => !atLeast(inherited, level) && atLeast(ceilingOf(role), level));
}

/**
 * The folders that a matrix needs as columns: those at the root, and those below with access of
 * their own, each after its parent. Whatever is archived or in the trash is left out.
 */
export function matrixColumns(folders: readonly Folder[], grants: readonly Grant[]): Folder[] {
	const granted = new Set(grants.map((grant) => grant.folderId));
	const children = Map.groupBy(folders, (folder) => folder.parentId);
	const columns: Folder[] = [];
	const visit = (parentId: string | null) => {
		for (const folder of [...(children.get(parentId) ?? [])].sort(byOrder)) {
			if (folder.archivedAt !== null || folder.trashedAt !== null) continue;
			const own = folder.restrictedAt !== null || granted.has(folder.id);
			if (parentId === null || own) columns.push(folder);
			visit(folder.id);
		}
	};
	visit(null);
	return columns;
}

function byOrder(a: Folder, b: Folder): number {
	return a.orderKey < b.orderKey ? -1 : 1;
}

import { knowsEverybody } from '#domain/access/audience.ts';
import { standingIn, type Actor } from '#domain/access/can.ts';
import { atLeast, managesWorkspace } from '#domain/access/level.ts';
import type { Member } from '#domain/people/member.ts';
import { visibleColumns } from '../records/server-tx.ts';
import type { Database } from '../storage/tables.ts';
import { loadWorkspaceTree } from './finders.ts';

/** Everybody whom the viewer may know, by id: insiders all members, outsiders those who share a folder. */
export async function readKnownPeople(
	db: Database,
	viewer: Actor,
	folders: ReadonlySet<string>,
	now: number
): Promise<Map<string, Member>> {
	const rows = await db
		.selectFrom('members')
		.selectAll()
		.where('workspaceId', '=', viewer.workspaceId)
		.where('deletedAt', 'is', null)
		.execute();
	const members = rows.map((row) => visibleColumns<'members'>(row));
	const known = knowsEverybody(viewer) ? members : await sharingAFolder(db, viewer, folders, members, now);
	return new Map(known.map((member) => [member.id, member]));
}

/** The viewer, and active people who may view at least one of these folders. */
async function sharingAFolder(
	db: Database,
	viewer: Actor,
	folders: ReadonlySet<string>,
	members: Member[],
	now: number
): Promise<Member[]> {
	const { tree } = await loadWorkspaceTree(db, viewer.workspaceId);
	const ids = [...folders];
	const shares = (member: Member) => {
		const active = member.deactivatedAt === null;
		if (managesWorkspace(member.role)) return active && ids.length > 0;
		const { workspaceId } = viewer;
		const actor: Actor = { memberId: member.id, workspaceId, role: member.role, active, cap: 'manage' };
		return ids.some((id) => atLeast(standingIn(actor, id, tree, now).level, 'view'));
	};
	return members.filter((member) => member.id === viewer.memberId || shares(member));
}

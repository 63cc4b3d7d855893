import { standingIn } from '#domain/access/can.ts';
import { atLeast, type Level } from '#domain/access/level.ts';
import { actorOf } from '#domain/access/who-can.ts';
import type { Member } from '#domain/people/member.ts';
import { loadWorkspaceTree } from '../access/finders.ts';
import { readRow } from '../records/row-codec.ts';
import type { Database } from '../storage/tables.ts';

/** Who may see and manage what, at the one moment it was loaded for: made anew for each telling. */
export interface Sight {
	members: ReadonlyMap<string, Member>;
	mayView: (memberId: string, folderId: string) => boolean;
	managersOf: (folderId: string) => readonly string[];
}

export async function loadSight(db: Database, workspaceId: string, now: number): Promise<Sight> {
	const rows = await db
		.selectFrom('members')
		.selectAll()
		.where('workspaceId', '=', workspaceId)
		.where('deletedAt', 'is', null)
		.execute();
	const members = new Map(rows.map((row) => [row.id, readRow('members', row)]));
	const { tree } = await loadWorkspaceTree(db, workspaceId);
	const holds = (member: Member | undefined, folderId: string, level: Level) =>
		member !== undefined && atLeast(standingIn(actorOf(member), folderId, tree, now).level, level);
	const managers = new Map<string, readonly string[]>();
	function managersOf(folderId: string): readonly string[] {
		const known = managers.get(folderId);
		if (known) return known;
		const found = [...members.values()].filter((member) => holds(member, folderId, 'manage'));
		const ids = found.map(({ id }) => id);
		managers.set(folderId, ids);
		return ids;
	}
	return { members, managersOf, mayView: (id, folderId) => holds(members.get(id), folderId, 'view') };
}

import { knowsEverybody } from '#domain/access/audience.ts';
import { standingIn, type Actor } from '#domain/access/can.ts';
import { atLeast, managesWorkspace } from '#domain/access/level.ts';
import { directoryNouns, isRowFor, type NounName, type NounRow } from '#domain/records/nouns.ts';
import type { Member } from '#domain/people/member.ts';
import { readRow } from '../records/row-codec.ts';
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
	const members = rows.map((row) => readRow('members', row));
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

/**
 * Everything that a viewer has by knowing people, by id: the people themselves, and for those of the
 * company teams and who is away.
 */
export async function readDirectory(
	db: Database,
	viewer: Actor,
	folders: ReadonlySet<string>,
	now: number
): Promise<Map<string, NounRow>> {
	const people = await readKnownPeople(db, viewer, folders, now);
	const rows: NounRow[] = [...people.values()].map((row) => ({ noun: 'members', row }));
	for (const noun of directoryNouns) if (noun !== 'members') rows.push(...(await readAll(db, noun, viewer)));
	return new Map(rows.map((each) => [each.row.id, each]));
}

async function readAll(db: Database, noun: 'teams' | 'leaves', viewer: Actor): Promise<NounRow[]> {
	const rows = await db
		.selectFrom(noun as 'teams')
		.selectAll()
		.where('workspaceId', '=', viewer.workspaceId)
		.where('deletedAt', 'is', null)
		.execute();
	const read = rows.map((row) => ({ noun, row: readRow(noun, row) }) as NounRow);
	return read.filter((each) => isRowFor<NounName>(each.noun, each.row, viewer));
}

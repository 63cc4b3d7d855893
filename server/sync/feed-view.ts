import { standingIn, type Actor } from '#domain/access/can.ts';
import { audienceOf, knowsEverybody } from '#domain/access/audience.ts';
import { atLeast, managesWorkspace } from '#domain/access/level.ts';
import type { Member } from '#domain/people/member.ts';
import { createFinders, loadWorkspaceTree } from '../access/finders.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../records/command-runner.ts';
import { visibleColumns } from '../records/server-tx.ts';
import type { Database, Trx } from '../storage/tables.ts';

/** What one person may see at one version of their workspace. */
export interface View {
	actor: Actor;
	audience: string;
	version: number;
	/** Ids of the folders that this person may view. */
	folders: ReadonlySet<string>;
	/** Everybody whom this person may know, by id. */
	people: ReadonlyMap<string, Member>;
	/** When the next grant of the workspace ends, and with it perhaps this view; null: none will. */
	endsAt: number | null;
}

/** Reads a view in one transaction; undefined when the caller has no rights at all any more. */
export function readView(db: Database, clock: Clock, caller: Caller): Promise<View | undefined> {
	return db.transaction().execute(async (trx) => {
		const finders = createFinders(trx, clock);
		const actor = await finders.actor(caller);
		if (!actor) return undefined;
		const folders = new Set((await finders.visibleFolders(actor)).keys());
		return {
			actor,
			audience: audienceOf(actor),
			version: await versionOf(trx, caller.workspaceId),
			folders,
			people: await readPeople(trx, actor, folders, clock.now()),
			endsAt: await nextEnd(trx, caller.workspaceId, clock.now())
		};
	});
}

async function versionOf(trx: Trx, workspaceId: string): Promise<number> {
	const { version } = await trx
		.selectFrom('workspaces')
		.select('version')
		.where('id', '=', workspaceId)
		.executeTakeFirstOrThrow();
	return version;
}

async function nextEnd(trx: Trx, workspaceId: string, now: number): Promise<number | null> {
	const { endsAt } = await trx
		.selectFrom('grants')
		.select((eb) => eb.fn.min<number | null>('endsAt').as('endsAt'))
		.where('workspaceId', '=', workspaceId)
		.where('deletedAt', 'is', null)
		.where('endsAt', '>', now)
		.executeTakeFirstOrThrow();
	return endsAt;
}

async function readPeople(trx: Trx, viewer: Actor, folders: ReadonlySet<string>, now: number) {
	const rows = await trx
		.selectFrom('members')
		.selectAll()
		.where('workspaceId', '=', viewer.workspaceId)
		.where('deletedAt', 'is', null)
		.execute();
	const members = rows.map((row) => visibleColumns<'members'>(row));
	const known = knowsEverybody(viewer) ? members : await sharingAFolder(trx, viewer, folders, members, now);
	return new Map(known.map((member) => [member.id, member]));
}

/** The viewer, and active people who may view at least one of these folders. */
async function sharingAFolder(
	trx: Trx,
	viewer: Actor,
	folders: ReadonlySet<string>,
	members: Member[],
	now: number
): Promise<Member[]> {
	const { tree } = await loadWorkspaceTree(trx, viewer.workspaceId);
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

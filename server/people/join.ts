import { uuidv7 } from 'uuidv7';
import { atLeast, type GrantLevel, type Role } from '#domain/access/level.ts';
import type { RowOf } from '#domain/records/nouns.ts';
import { refusePeople } from '#domain/people/people-refusal.ts';
import { createFinders } from '../access/finders.ts';
import type { Clock } from '../clock.ts';
import type { Committed } from '../events/bus.ts';
import { writeRecords } from '../records/write-records.ts';
import type { ServerTx } from '../records/server-tx.ts';
import type { Trx } from '../storage/tables.ts';
import { Refused } from './refused.ts';

/** What an invitation promises in one folder. */
export interface PromisedGrant {
	folderId: string;
	level: GrantLevel;
	endsAt: number | null;
}

export interface Joining {
	workspaceId: string;
	accountId: string;
	name: string;
	role: Role;
	grants: readonly PromisedGrant[];
	invitedBy: string;
}

export interface Joined {
	memberId: string;
	news: Committed;
}

/**
 * Makes an account a member with the promised grants, or brings somebody back who was deactivated.
 * A promise is kept only while whoever gave it still manages the folder and it has not ended.
 */
export async function joinWorkspace(trx: Trx, joining: Joining, clock: Clock): Promise<Joined> {
	const now = clock.now();
	const before = await memberOf(trx, joining);
	if (before && before.deactivatedAt === null) throw new Refused(refusePeople('already_member'));
	const memberId = before?.id ?? uuidv7();
	const grants = await keptPromises(trx, joining, clock);
	const { workspaceId } = joining;
	const news = await writeRecords(trx, { workspaceId, memberId, name: 'people.join', now }, async (tx) => {
		await putMember(tx, joining, memberId, now);
		await endOldGrants(tx, memberId, now);
		for (const promise of grants) await tx.put('grants', grantOf(joining, memberId, promise, now));
		return { noun: 'members', id: memberId };
	});
	return { memberId, news };
}

function memberOf(trx: Trx, { workspaceId, accountId }: Joining) {
	return trx
		.selectFrom('members')
		.select(['id', 'deactivatedAt'])
		.where('workspaceId', '=', workspaceId)
		.where('accountId', '=', accountId)
		.where('deletedAt', 'is', null)
		.executeTakeFirst();
}

async function putMember(tx: ServerTx, joining: Joining, id: string, now: number): Promise<void> {
	const { workspaceId, accountId, name, role } = joining;
	const known = await tx.get('members', id);
	const fresh = { name, title: '', company: '', joinedAt: now, version: 0, deletedAt: null };
	const member = { ...fresh, ...known, id, workspaceId, accountId, role, deactivatedAt: null };
	await tx.put('members', member);
}

/** Somebody who comes back holds what this invitation promises, not what they had when they left. */
async function endOldGrants(tx: ServerTx, memberId: string, now: number): Promise<void> {
	for (const grant of await tx.list('grants', { memberId }))
		await tx.put('grants', { ...grant, deletedAt: now });
}

function grantOf(joining: Joining, memberId: string, promise: PromisedGrant, now: number): RowOf<'grants'> {
	const { workspaceId, invitedBy } = joining;
	const common = { id: uuidv7(), workspaceId, memberId, role: null, givenBy: invitedBy, givenAt: now };
	return { ...common, ...promise, version: 0, deletedAt: null };
}

async function keptPromises(trx: Trx, joining: Joining, clock: Clock): Promise<PromisedGrant[]> {
	const { workspaceId, invitedBy, grants } = joining;
	const finders = createFinders(trx, clock);
	const inviter = await finders.actor({ memberId: invitedBy, workspaceId, cap: 'manage' });
	const kept: PromisedGrant[] = [];
	for (const grant of grants) {
		const level = inviter ? await finders.levelIn(inviter, grant.folderId) : 'none';
		const lasts = grant.endsAt === null || grant.endsAt > clock.now();
		if (lasts && atLeast(level, 'manage')) kept.push(grant);
	}
	return kept;
}

import * as v from 'valibot';
import { uuidv7 } from 'uuidv7';
import { can, type Actor } from '#domain/access/can.ts';
import {
	atLeast,
	ceilingOf,
	grantLevels,
	isOutsider,
	managesWorkspace,
	outsiderGrantMs,
	roles,
	type Role,
	isOwner
} from '#domain/access/level.ts';
import { idSchema, parse, timeSchema } from '#domain/kernel/schema.ts';
import { emailSchema } from '#domain/people/account.ts';
import { isPeopleRefusal, refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Finders } from '../access/finders.ts';
import { hashSecret, newSecret } from '../auth/secret.ts';
import type { Clock } from '../clock.ts';
import { appendAct, type Act } from '../events/event-log.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Database } from '../storage/tables.ts';
import type { Links } from './links.ts';
import { invitationMail } from './invitation-mail.ts';
import type { PromisedGrant } from './join.ts';
import type { SendMail } from './mailer.ts';

/** How long an invitation link works. */
export const invitationMs = 72 * 60 * 60 * 1000;

export const inviteSchema = v.object({
	email: emailSchema,
	role: v.picklist(roles),
	grants: v.pipe(
		v.array(
			v.object({
				folderId: idSchema,
				level: v.picklist(grantLevels),
				/** Null: for good, or 90 days for somebody from outside. */
				endsAt: v.nullable(timeSchema)
			})
		),
		v.maxLength(100)
	)
});

/** An invitation as those who invite see it. Its link is in no list: it is known once, when made. */
export interface InvitationInfo {
	id: string;
	email: string;
	role: Role;
	grants: PromisedGrant[];
	invitedBy: string;
	createdAt: number;
	expiresAt: number;
}

/** The link is for the inviter to pass on, whether or not a mail brought it too. */
export interface Invited {
	invitation: InvitationInfo;
	link: string;
	mailed: boolean;
}

export interface Invitations {
	invite(caller: Caller, input: unknown): Promise<Invited | PeopleRefusal>;
	/** Those that are open: not used, not revoked, not over. */
	list(caller: Caller): Promise<InvitationInfo[] | PeopleRefusal>;
	revoke(caller: Caller, id: string): Promise<PeopleRefusal | undefined>;
	/** A new link with a new 72 hours; the old link stops working. */
	resend(caller: Caller, id: string): Promise<Invited | PeopleRefusal>;
}

export interface InvitationParts {
	db: Database;
	clock: Clock;
	finders: Finders;
	links: Links;
	sendMail: SendMail | undefined;
	/** Told when a mail could not be sent; the link still is the answer. */
	onMailError: (error: unknown) => void;
}

const noTree = { folder: () => undefined, grantsOn: () => [] };

export function createInvitations(parts: InvitationParts): Invitations {
	const { db, clock, finders } = parts;

	/** The caller as somebody who may invite at this moment. */
	async function inviter(caller: Caller): Promise<Actor | undefined> {
		const actor = await finders.actor(caller);
		return actor && can(actor, 'people.invite', 'workspace', noTree, clock.now()).allowed ? actor : undefined;
	}

	async function invite(caller: Caller, input: unknown): Promise<Invited | PeopleRefusal> {
		const actor = await inviter(caller);
		if (!actor) return refusePeople('not_found');
		const parsed = parse(inviteSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { email, role } = parsed.value;
		if (!mayAppoint(actor, role)) return refusePeople('not_found', 'role');
		if (await isMember(actor.workspaceId, email)) return refusePeople('already_member', 'email');
		const grants = await checkGrants(actor, role, parsed.value.grants);
		if (isPeopleRefusal(grants)) return grants;
		const now = clock.now();
		const open = { createdAt: now, expiresAt: now + invitationMs, invitedBy: actor.memberId };
		const invitation: InvitationInfo = { id: uuidv7(), email, role, grants, ...open };
		const token = newSecret();
		await db.transaction().execute(async (trx) => {
			await trx
				.insertInto('invitations')
				.values({
					...invitation,
					workspaceId: actor.workspaceId,
					tokenHash: hashSecret(token),
					grants: JSON.stringify(grants),
					usedAt: null,
					revokedAt: null
				})
				.execute();
			await appendAct(trx, act(actor, 'invitations.make', invitation.id));
		});
		return deliver(actor, invitation, token);
	}

	function act({ workspaceId, memberId }: Actor, name: string, cause: string): Act {
		return { workspaceId, memberId, name, cause, at: clock.now() };
	}

	function mayAppoint(actor: Actor, role: Role): boolean {
		return !isOwner(role) || can(actor, 'people.appointOwner', 'workspace', noTree, clock.now()).allowed;
	}

	async function isMember(workspaceId: string, email: string): Promise<boolean> {
		const member = await db
			.selectFrom('members')
			.innerJoin('accounts', 'accounts.id', 'members.accountId')
			.select('members.id')
			.where('members.workspaceId', '=', workspaceId)
			.where('accounts.email', '=', email)
			.where('members.deactivatedAt', 'is', null)
			.where('members.deletedAt', 'is', null)
			.executeTakeFirst();
		return member !== undefined;
	}

	/** Those who manage everything need no grants. Others get them where the inviter manages. */
	async function checkGrants(actor: Actor, role: Role, wanted: readonly PromisedGrant[]) {
		if (managesWorkspace(role)) return [];
		const grants: PromisedGrant[] = [];
		for (const [index, grant] of wanted.entries()) {
			const field = (name: string) => `grants.${index}.${name}`;
			const level = await finders.levelIn(actor, grant.folderId);
			if (!atLeast(level, 'manage')) return refusePeople('not_found', field('folderId'));
			if (!atLeast(ceilingOf(role), grant.level)) return refusePeople('outsider_level', field('level'));
			if (grant.endsAt !== null && grant.endsAt <= clock.now())
				return refusePeople('invalid', field('endsAt'));
			const endsAt = grant.endsAt ?? (isOutsider(role) ? clock.now() + outsiderGrantMs : null);
			grants.push({ ...grant, endsAt });
		}
		return grants;
	}

	async function deliver(actor: Actor, invitation: InvitationInfo, token: string): Promise<Invited> {
		const link = parts.links.to(`/join/${token}`);
		return { invitation, link, mailed: await mail(actor, invitation.email, link) };
	}

	async function mail(actor: Actor, to: string, link: string): Promise<boolean> {
		if (!parts.sendMail) return false;
		const { inviter, workspace, settings } = await db
			.selectFrom('members')
			.innerJoin('workspaces', 'workspaces.id', 'members.workspaceId')
			.select(['members.name as inviter', 'workspaces.name as workspace', 'settings'])
			.where('members.id', '=', actor.memberId)
			.executeTakeFirstOrThrow();
		try {
			await parts.sendMail(invitationMail({ to, inviter, workspace, link, locale: localeIn(settings) }));
			return true;
		} catch (error) {
			parts.onMailError(error);
			return false;
		}
	}

	function open(workspaceId: string) {
		return db
			.selectFrom('invitations')
			.select(['id', 'email', 'role', 'grants', 'invitedBy', 'createdAt', 'expiresAt'])
			.where('workspaceId', '=', workspaceId)
			.where('usedAt', 'is', null)
			.where('revokedAt', 'is', null);
	}

	async function list(caller: Caller) {
		const actor = await inviter(caller);
		if (!actor) return refusePeople('not_found');
		const rows = await open(actor.workspaceId).where('expiresAt', '>', clock.now()).orderBy('id').execute();
		return rows.map((row) => ({ ...row, grants: readGrants(row.grants) }));
	}

	async function revoke(caller: Caller, id: string): Promise<PeopleRefusal | undefined> {
		const actor = await inviter(caller);
		const row = actor && (await open(actor.workspaceId).where('id', '=', id).executeTakeFirst());
		if (!row) return refusePeople('not_found', 'id');
		await db.transaction().execute(async (trx) => {
			await trx.updateTable('invitations').set({ revokedAt: clock.now() }).where('id', '=', id).execute();
			await appendAct(trx, act(actor, 'invitations.revoke', id));
		});
		return undefined;
	}

	async function resend(caller: Caller, id: string): Promise<Invited | PeopleRefusal> {
		const actor = await inviter(caller);
		const row = actor && (await open(actor.workspaceId).where('id', '=', id).executeTakeFirst());
		if (!row || !mayAppoint(actor, row.role)) return refusePeople('not_found', 'id');
		const token = newSecret();
		const expiresAt = clock.now() + invitationMs;
		await db.transaction().execute(async (trx) => {
			await trx
				.updateTable('invitations')
				.set({ tokenHash: hashSecret(token), expiresAt })
				.where('id', '=', id)
				.where('usedAt', 'is', null)
				.execute();
			await appendAct(trx, act(actor, 'invitations.resend', id));
		});
		return deliver(actor, { ...row, grants: readGrants(row.grants), expiresAt }, token);
	}

	return { invite, list, revoke, resend };
}

/** Written by this module only, from parsed input. */
export function readGrants(json: string): PromisedGrant[] {
	return JSON.parse(json) as PromisedGrant[];
}

function localeIn(settings: string): 'id' | 'en' {
	return (JSON.parse(settings) as { locale?: unknown }).locale === 'en' ? 'en' : 'id';
}

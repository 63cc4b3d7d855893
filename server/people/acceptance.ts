import * as v from 'valibot';
import { can } from '#domain/access/can.ts';
import { isOwner, type GrantLevel, type Role } from '#domain/access/level.ts';
import { filledLineSchema, limits, parse } from '#domain/kernel/schema.ts';
import { isPeopleRefusal, refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import { createFinders } from '../access/finders.ts';
import type { Identity } from '../auth/identity.ts';
import type { Passwords } from '../auth/passwords.ts';
import { hashSecret } from '../auth/secret.ts';
import type { Clock } from '../clock.ts';
import type { Bus } from '../events/bus.ts';
import type { Database, Trx } from '../storage/tables.ts';
import { readGrants } from './invitations.ts';
import { joinWorkspace, type PromisedGrant } from './join.ts';
import { insertAccount, prepareAccount } from './new-account.ts';
import { refusable, Refused } from './refused.ts';

const newcomerSchema = v.object({
	name: filledLineSchema(limits.name),
	password: v.pipe(v.string(), v.maxLength(limits.passwordMax * 4)),
	locale: v.picklist(['id', 'en'])
});

/** What somebody with the link may know before joining. */
export interface InvitationPreview {
	workspaceName: string;
	inviterName: string;
	email: string;
	role: Role;
	/** What will be given, beside what the role itself brings. */
	folders: { name: string; level: GrantLevel; endsAt: number | null }[];
}

export interface Accepted {
	workspaceId: string;
	slug: string;
	memberId: string;
	accountId: string;
}

export interface Acceptance {
	/** What a link leads to; undefined when it was used, revoked, has expired or never existed. */
	preview(token: string): Promise<InvitationPreview | undefined>;
	/** Joins with a new account: {name, password, locale}; the e-mail is the invitation's. */
	joinAsNew(token: string, input: unknown): Promise<Accepted | PeopleRefusal>;
	/** Joins with the signed-in account, whatever its e-mail: whoever holds the link is invited. */
	joinSignedIn(token: string, identity: Identity): Promise<Accepted | PeopleRefusal>;
}

export interface AcceptanceParts {
	db: Database;
	bus: Bus;
	clock: Clock;
	passwords: Passwords;
}

export function createAcceptance({ db, bus, clock, passwords }: AcceptanceParts): Acceptance {
	async function preview(token: string): Promise<InvitationPreview | undefined> {
		const invitation = await findOpen(db, token, clock);
		if (!invitation) return undefined;
		const { workspaceName, inviterName, email, role } = invitation;
		const folders = await promisedFolders(db, readGrants(invitation.grants));
		return { workspaceName, inviterName, email, role, folders };
	}

	async function joinAsNew(token: string, input: unknown): Promise<Accepted | PeopleRefusal> {
		const invitation = await findOpen(db, token, clock);
		if (!invitation) return refusePeople('link_invalid');
		const parsed = parse(newcomerSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { email, workspaceName } = invitation;
		const account = await prepareAccount(passwords, { ...parsed.value, email }, workspaceName, clock.now());
		if (isPeopleRefusal(account)) return account;
		return accept(token, account.name, async (trx) => {
			if (!(await insertAccount(trx, account))) throw new Refused(refusePeople('sign_in_first'));
			return account.id;
		});
	}

	async function joinSignedIn(token: string, identity: Identity): Promise<Accepted | PeopleRefusal> {
		if (identity.kind !== 'session') return refusePeople('not_found');
		const account = await db
			.selectFrom('accounts')
			.select('name')
			.where('id', '=', identity.accountId)
			.executeTakeFirstOrThrow();
		return accept(token, account.name, () => Promise.resolve(identity.accountId));
	}

	/** Uses the link and joins in one transaction: of two at once, one finds it used. */
	async function accept(token: string, name: string, account: (trx: Trx) => Promise<string>) {
		const done = await refusable(() =>
			db.transaction().execute(async (trx) => {
				const invitation = await findOpen(trx, token, clock);
				if (!invitation) throw new Refused(refusePeople('link_invalid'));
				await trx
					.updateTable('invitations')
					.set({ usedAt: clock.now() })
					.where('id', '=', invitation.id)
					.execute();
				const accountId = await account(trx);
				const { workspaceId, role, invitedBy, slug } = invitation;
				const grants = readGrants(invitation.grants);
				const joined = await joinWorkspace(
					trx,
					{ workspaceId, accountId, name, role, grants, invitedBy },
					clock
				);
				return { ...joined, accountId, workspaceId, slug };
			})
		);
		if (isPeopleRefusal(done)) return done;
		const { news, ...accepted } = done;
		bus.publish(news);
		return accepted;
	}

	return { preview, joinAsNew, joinSignedIn };
}

async function promisedFolders(db: Database, grants: readonly PromisedGrant[]) {
	const ids = grants.map(({ folderId }) => folderId);
	const rows = await db
		.selectFrom('folders')
		.select(['id', 'name'])
		.where('id', 'in', ids)
		.where('deletedAt', 'is', null)
		.orderBy('name')
		.execute();
	return rows.flatMap(({ id, name }) => {
		const grant = grants.find(({ folderId }) => folderId === id);
		return grant ? [{ name, level: grant.level, endsAt: grant.endsAt }] : [];
	});
}

/** An invitation that still stands: the link is right and whoever invited may still invite for that role. */
async function findOpen(db: Database, token: string, clock: Clock) {
	const row = await db
		.selectFrom('invitations')
		.innerJoin('workspaces', 'workspaces.id', 'invitations.workspaceId')
		.innerJoin('members', 'members.id', 'invitations.invitedBy')
		.selectAll('invitations')
		.select(['workspaces.name as workspaceName', 'slug', 'members.name as inviterName'])
		.where('tokenHash', '=', hashSecret(token))
		.where('usedAt', 'is', null)
		.where('revokedAt', 'is', null)
		.where('expiresAt', '>', clock.now())
		.executeTakeFirst();
	if (!row) return undefined;
	const { invitedBy: memberId, workspaceId, role } = row;
	const inviter = await createFinders(db, clock).actor({ memberId, workspaceId, cap: 'manage' });
	const action = isOwner(role) ? 'people.appointOwner' : 'people.invite';
	const noTree = { folder: () => undefined, grantsOn: () => [] };
	return inviter && can(inviter, action, 'workspace', noTree, clock.now()).allowed ? row : undefined;
}

import type { Level } from '#domain/access/level.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Database } from '../storage/tables.ts';
import type { ApiKeys } from './api-keys.ts';
import type { Sessions } from './sessions.ts';

/** Who sends a request, and by what: a signed-in browser, or a program with a key of one member. */
export type Identity =
	| { kind: 'session'; accountId: string; sessionId: string }
	| {
			kind: 'key';
			accountId: string;
			keyId: string;
			memberId: string;
			workspaceId: string;
			cap: Level;
	  };

/** The headers that say who somebody is. */
export interface Credentials {
	cookie?: string | undefined;
	authorization?: string | undefined;
}

export interface Identities {
	/** Who a request comes from; undefined when nobody is signed in. A wrong key is never helped by a cookie. */
	identify(credentials: Credentials): Promise<Identity | undefined>;
	/**
	 * The member that an identity is in a workspace, by id or slug, as of now: reads anew whether the
	 * session or key lives and the member is active. Undefined is "missing", for strangers too.
	 */
	callerFor(identity: Identity, workspace: string): Promise<Caller | undefined>;
	/**
	 * Whether a cookie's session is over and its account is no active member of the workspace any more.
	 * Its devices are told, for they would keep their copies otherwise.
	 */
	hasLeft(credentials: Pick<Credentials, 'cookie'>, workspace: string): Promise<boolean>;
}

const bearer = /^Bearer +(\S+)$/i;

export function createIdentities(db: Database, clock: Clock, sessions: Sessions, keys: ApiKeys): Identities {
	async function identify({ cookie, authorization }: Credentials): Promise<Identity | undefined> {
		if (authorization !== undefined) {
			const secret = bearer.exec(authorization)?.[1];
			return secret === undefined ? undefined : keys.find(secret);
		}
		const session = cookie === undefined ? undefined : await sessions.find(cookie);
		return session && { kind: 'session', accountId: session.accountId, sessionId: session.id };
	}

	async function callerFor(identity: Identity, workspace: string): Promise<Caller | undefined> {
		const key = identity.kind === 'key';
		const living = key ? await keys.lives(identity.keyId) : await sessions.lives(identity.sessionId);
		if (!living) return undefined;
		const member = await db
			.selectFrom('members')
			.innerJoin('workspaces', 'workspaces.id', 'members.workspaceId')
			.select(['members.id', 'members.workspaceId'])
			.where('members.accountId', '=', identity.accountId)
			.where((eb) => eb.or([eb('workspaces.id', '=', workspace), eb('workspaces.slug', '=', workspace)]))
			.where('members.deactivatedAt', 'is', null)
			.where('members.deletedAt', 'is', null)
			.executeTakeFirst();
		if (!member || (key && member.id !== identity.memberId)) return undefined;
		const cap = key ? identity.cap : 'manage';
		return { memberId: member.id, workspaceId: member.workspaceId, cap };
	}

	async function hasLeft({ cookie }: Pick<Credentials, 'cookie'>, workspace: string): Promise<boolean> {
		const accountId = cookie === undefined ? undefined : await sessions.lastAccount(cookie);
		if (accountId === undefined) return false;
		const member = await db
			.selectFrom('members')
			.innerJoin('workspaces', 'workspaces.id', 'members.workspaceId')
			.select(['members.deactivatedAt', 'members.deletedAt'])
			.where('members.accountId', '=', accountId)
			.where((eb) => eb.or([eb('workspaces.id', '=', workspace), eb('workspaces.slug', '=', workspace)]))
			.executeTakeFirst();
		return member !== undefined && (member.deactivatedAt !== null || member.deletedAt !== null);
	}

	return { identify, callerFor, hasLeft };
}

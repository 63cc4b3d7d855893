import { Lucia, TimeSpan } from 'lucia';
import { accountCookie } from '#domain/people/account.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../storage/tables.ts';
import { addressPrefix, deviceLabel, type Device } from './device.ts';
import type { Ended, Endings } from './endings.ts';
import { hashSecret, newSecret } from './secret.ts';
import { createSessionAdapter } from './session-adapter.ts';

const day = 24 * 60 * 60 * 1000;
/** A session that is not used for so long ends. */
export const idleMs = 14 * day;
/** A session ends so long after signing in, used or not. */
export const absoluteMs = 90 * day;
/** How finely *last seen* is kept; a session writes at most once in so long. */
export const lastSeenStepMs = 5 * 60 * 1000;

/** A session as its owner sees it in the list. The id is no secret: it opens nothing. */
export interface SessionInfo {
	id: string;
	device: string;
	addressPrefix: string;
	createdAt: number;
	lastSeenAt: number;
}

/** A cookie in the words of SvelteKit's `cookies.set(name, value, attributes)`. */
export interface SessionCookie {
	name: string;
	value: string;
	attributes: { path: '/'; httpOnly: boolean; sameSite: 'lax'; secure: boolean; maxAge: number };
}

export interface Sessions {
	/** A new session with a new token; `replaces` is the token this browser had before, which ends. */
	start(accountId: string, device: Device, replaces?: string): Promise<{ id: string; token: string }>;
	/** The living session behind a Cookie header; counts as use of it. */
	find(cookieHeader: string): Promise<{ id: string; accountId: string } | undefined>;
	/** The account that a Cookie header's session belongs to, or belonged to until it ran out. */
	lastAccount(cookieHeader: string): Promise<string | undefined>;
	/** Whether a session is still there and within its limits. */
	lives(id: string): Promise<boolean>;
	list(accountId: string): Promise<SessionInfo[]>;
	/** Ends one session of an account; false when the account has no such session. */
	end(accountId: string, id: string): Promise<boolean>;
	/** Ends every session of an account, or every other one than `exceptId`. */
	endAll(accountId: string, exceptId?: string): Promise<void>;
	/** Hears of sessions and keys that somebody ended, so that their sockets can close. */
	onEnded(listener: (ended: Ended) => void): () => void;
	/** The token in a Cookie header, if there is one. */
	tokenIn(cookieHeader: string): string | undefined;
	/** What a browser keeps of a sign-in: the session, and whose it is. */
	cookies(signedIn: { token: string; accountId: string }): readonly SessionCookie[];
	/** Says whose session it is to a browser that does not know. */
	accountCookie(accountId: string): SessionCookie;
	/** The cookies that make a browser forget the sign-in. */
	blankCookies(): readonly SessionCookie[];
}

/** The only module that knows lucia (docs/decisions/0002). */
export function createSessions(db: Database, clock: Clock, config: Config, endings: Endings): Sessions {
	const secure = config.url?.startsWith('https:') ?? false;
	const cookieName = secure ? '__Host-sid' : 'sid';
	const lucia = new Lucia(createSessionAdapter(db, clock, idleMs), {
		sessionExpiresIn: new TimeSpan(idleMs, 'ms'),
		sessionCookie: { name: cookieName }
	});

	async function start(accountId: string, device: Device, replaces?: string) {
		await lucia.deleteExpiredSessions();
		if (replaces !== undefined) await endToken(replaces);
		const now = clock.now();
		const token = newSecret();
		const facts = {
			createdAt: now,
			expiresAt: now + idleMs,
			endsAt: now + absoluteMs,
			device: deviceLabel(device.userAgent),
			addressPrefix: addressPrefix(device.address)
		};
		await lucia.createSession(accountId, facts, { sessionId: token });
		return { id: hashSecret(token), token };
	}

	async function find(cookieHeader: string) {
		const token = tokenIn(cookieHeader);
		if (token === undefined) return undefined;
		const { session } = await lucia.validateSession(token);
		if (!session) return undefined;
		const id = hashSecret(token);
		await touch(id);
		return { id, accountId: session.userId };
	}

	async function lastAccount(cookieHeader: string): Promise<string | undefined> {
		const token = tokenIn(cookieHeader);
		if (token === undefined) return undefined;
		const row = await db
			.selectFrom('sessions')
			.select('accountId')
			.where('id', '=', hashSecret(token))
			.executeTakeFirst();
		return row?.accountId;
	}

	/** Moves *last seen* and the idle end, in steps so that reading does not mean writing. */
	async function touch(id: string): Promise<void> {
		const now = clock.now();
		await db
			.updateTable('sessions')
			.set((eb) => ({
				lastSeenAt: now,
				expiresAt: eb.fn<number>('min', [eb.val(now + idleMs), eb.ref('endsAt')])
			}))
			.where('id', '=', id)
			.where('lastSeenAt', '<=', now - lastSeenStepMs)
			.execute();
	}

	async function endToken(token: string): Promise<void> {
		const row = await db
			.selectFrom('sessions')
			.select(['id', 'accountId'])
			.where('id', '=', hashSecret(token))
			.executeTakeFirst();
		if (row) await end(row.accountId, row.id);
	}

	async function end(accountId: string, id: string): Promise<boolean> {
		return (await remove(accountId, (query) => query.where('id', '=', id))) > 0;
	}

	async function endAll(accountId: string, exceptId?: string): Promise<void> {
		await remove(accountId, (query) => (exceptId === undefined ? query : query.where('id', '!=', exceptId)));
	}

	async function remove(accountId: string, narrow: (query: Removal) => Removal): Promise<number> {
		const gone = await narrow(ofAccount(db, accountId)).returning('id').execute();
		const sessionIds = gone.map(({ id }) => id);
		if (sessionIds.length > 0) endings.publish({ accountId, sessionIds, keyIds: [] });
		return sessionIds.length;
	}

	async function lives(id: string): Promise<boolean> {
		const row = await db
			.selectFrom('sessions')
			.select('id')
			.where('id', '=', id)
			.where('expiresAt', '>', clock.now())
			.where('endsAt', '>', clock.now())
			.executeTakeFirst();
		return row !== undefined;
	}

	async function list(accountId: string): Promise<SessionInfo[]> {
		return db
			.selectFrom('sessions')
			.select(['id', 'device', 'addressPrefix', 'createdAt', 'lastSeenAt'])
			.where('accountId', '=', accountId)
			.where('expiresAt', '>', clock.now())
			.where('endsAt', '>', clock.now())
			.orderBy('lastSeenAt', 'desc')
			.orderBy('id')
			.execute();
	}

	function tokenIn(cookieHeader: string): string | undefined {
		return lucia.readSessionCookie(cookieHeader) ?? undefined;
	}

	function cookie(name: string, value: string, maxAge = absoluteMs / 1000): SessionCookie {
		const httpOnly = name === cookieName;
		return { name, value, attributes: { path: '/', httpOnly, sameSite: 'lax', secure, maxAge } };
	}

	return {
		start,
		find,
		lastAccount,
		lives,
		list,
		end,
		endAll,
		onEnded: (listener) => endings.subscribe(listener),
		tokenIn,
		cookies: ({ token, accountId }) => [cookie(cookieName, token), cookie(accountCookie, accountId)],
		accountCookie: (accountId) => cookie(accountCookie, accountId),
		blankCookies: () => [cookie(cookieName, '', 0), cookie(accountCookie, '', 0)]
	};
}

type Removal = ReturnType<typeof ofAccount>;

function ofAccount(db: Database, accountId: string) {
	return db.deleteFrom('sessions').where('accountId', '=', accountId);
}

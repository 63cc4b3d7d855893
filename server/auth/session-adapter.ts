import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Clock } from '../clock.ts';
import type { Database, SessionRow } from '../storage/tables.ts';
import { hashSecret } from './secret.ts';

/** What a new session is made of beside its token. */
export type SessionFacts = Pick<
	SessionRow,
	'createdAt' | 'expiresAt' | 'endsAt' | 'device' | 'addressPrefix'
>;

declare module 'lucia' {
	interface Register {
		DatabaseSessionAttributes: SessionFacts;
	}
}

/** A session that is over is remembered so long: devices that come back are told what became of it. */
const rememberedMs = 30 * 24 * 60 * 60 * 1000;

/**
 * lucia's storage over our table. lucia's session id is the token; only its hash is written down.
 * lucia reads the system's clock and counts in its own steps, so the limits are ours: what is over
 * by our clock is not found, and what is found has a whole idle time left as far as lucia knows.
 */
export function createSessionAdapter(db: Database, clock: Clock, idleMs: number): Adapter {
	function toSession({ accountId, ...facts }: SessionRow, id: string): DatabaseSession {
		const { createdAt, expiresAt, endsAt, device, addressPrefix } = facts;
		const attributes = { createdAt, expiresAt, endsAt, device, addressPrefix };
		return { id, userId: accountId, expiresAt: new Date(Date.now() + idleMs), attributes };
	}

	async function getSessionAndUser(token: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const row = await db
			.selectFrom('sessions')
			.selectAll()
			.where('id', '=', hashSecret(token))
			.where('expiresAt', '>', clock.now())
			.where('endsAt', '>', clock.now())
			.executeTakeFirst();
		if (!row) return [null, null];
		return [toSession(row, token), { id: row.accountId, attributes: {} }];
	}

	async function setSession(session: DatabaseSession): Promise<void> {
		await db
			.insertInto('sessions')
			.values({
				id: hashSecret(session.id),
				accountId: session.userId,
				lastSeenAt: session.attributes.createdAt,
				...session.attributes
			})
			.execute();
	}

	return {
		getSessionAndUser,
		setSession,
		async getUserSessions(accountId) {
			const rows = await db.selectFrom('sessions').selectAll().where('accountId', '=', accountId).execute();
			return rows.map((row) => toSession(row, row.id));
		},
		/** The idle end is moved by use, in `sessions.ts`. */
		updateSessionExpiration: () => Promise.resolve(),
		async deleteSession(token) {
			await db.deleteFrom('sessions').where('id', '=', hashSecret(token)).execute();
		},
		async deleteUserSessions(accountId) {
			await db.deleteFrom('sessions').where('accountId', '=', accountId).execute();
		},
		async deleteExpiredSessions() {
			const since = clock.now() - rememberedMs;
			await db
				.deleteFrom('sessions')
				.where((eb) => eb.or([eb('expiresAt', '<=', since), eb('endsAt', '<=', since)]))
				.execute();
		}
	};
}

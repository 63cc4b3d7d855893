import { uuidv7 } from 'uuidv7';
import { parse } from '#domain/kernel/schema.ts';
import { mostPushDevices, pushSubscriptionSchema, type PushDevice } from '#domain/notices/push.ts';
import { refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Throttle } from '../auth/throttle.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../records/command-runner.ts';
import type { Database, Trx } from '../storage/tables.ts';
import { livingDevice, reader } from './due-push.ts';
import type { PushOutcome, Posting } from './post-push.ts';
import { tryMessage } from './push-message.ts';
import { readVapidKeys } from './vapid-keys.ts';

const tryRule = { limit: 5, windowMs: 5 * 60_000 };
const trySeconds = 60;

/** The browsers on which a member gets notices: each is one session's, and ends with it. */
export interface PushDevices {
	/** What a browser signs up with. */
	publicKey(): Promise<string>;
	list(caller: Caller, sessionId: string): Promise<PushDevice[]>;
	/** Signs the caller's browser up, or says where it takes pushes now. */
	add(caller: Caller, sessionId: string, input: unknown): Promise<{ id: string } | PeopleRefusal>;
	remove(caller: Caller, id: string): Promise<PeopleRefusal | undefined>;
	/** Sends one message at once, so that somebody sees whether it comes. */
	try(caller: Caller, id: string): Promise<{ sent: boolean } | PeopleRefusal>;
	/** A browser has another address at its push service: for every workspace it had signed up in. */
	move(sessionId: string, input: unknown): Promise<PeopleRefusal | undefined>;
}

export interface PushDevicesParts {
	db: Database;
	clock: Clock;
	throttle: Throttle;
	post: (posting: Posting) => Promise<PushOutcome>;
}

export function createPushDevices({ db, clock, throttle, post }: PushDevicesParts): PushDevices {
	function mine({ memberId }: Caller) {
		return db
			.selectFrom('pushDevices')
			.innerJoin('sessions', 'sessions.id', 'pushDevices.sessionId')
			.where('pushDevices.memberId', '=', memberId)
			.where('sessions.expiresAt', '>', clock.now())
			.where('sessions.endsAt', '>', clock.now());
	}

	async function list(caller: Caller, sessionId: string): Promise<PushDevice[]> {
		const rows = await mine(caller)
			.select(['pushDevices.id', 'sessions.device', 'pushDevices.sessionId'])
			.select(['pushDevices.createdAt', 'pushDevices.lastOkAt'])
			.orderBy('pushDevices.createdAt', 'desc')
			.orderBy('pushDevices.id')
			.execute();
		return rows.map(({ sessionId: of, ...device }) => ({ ...device, current: of === sessionId }));
	}

	async function add({ memberId }: Caller, sessionId: string, input: unknown) {
		const parsed = parse(pushSubscriptionSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { endpoint, keys } = parsed.value;
		const place = { endpoint, p256dh: keys.p256dh, auth: keys.auth };
		return db.transaction().execute(async (trx) => {
			await leaveOthers(trx, sessionId, endpoint);
			const { id } = await trx
				.insertInto('pushDevices')
				.values({ id: uuidv7(), memberId, sessionId, ...place, createdAt: clock.now(), lastOkAt: null })
				.onConflict((conflict) => conflict.columns(['memberId', 'sessionId']).doUpdateSet(place))
				.returning('id')
				.executeTakeFirstOrThrow();
			await dropOldest(trx, memberId, id);
			return { id };
		});
	}

	async function remove({ memberId }: Caller, id: string): Promise<PeopleRefusal | undefined> {
		const removed = await db
			.deleteFrom('pushDevices')
			.where('id', '=', id)
			.where('memberId', '=', memberId)
			.executeTakeFirst();
		return removed.numDeletedRows === 1n ? undefined : refusePeople('not_found', 'id');
	}

	async function attempt(caller: Caller, id: string): Promise<{ sent: boolean } | PeopleRefusal> {
		const device = await livingDevice(db, id, clock.now());
		if (device?.memberId !== caller.memberId) return refusePeople('not_found', 'id');
		const retryAfter = await throttle.take(`push:${caller.memberId}`, tryRule);
		if (retryAfter !== undefined) return { ...refusePeople('too_many'), retryAfter };
		const { locale, name, slug } = await reader(db, caller.memberId);
		const message = tryMessage(locale, { workspace: name, slug });
		const { what } = await post({ device, message, ttl: trySeconds, urgent: true });
		if (what === 'gone') await remove(caller, id);
		if (what === 'taken') await noteTaken(id);
		return { sent: what === 'taken' };
	}

	async function noteTaken(id: string): Promise<void> {
		await db.updateTable('pushDevices').set({ lastOkAt: clock.now() }).where('id', '=', id).execute();
	}

	async function move(sessionId: string, input: unknown): Promise<PeopleRefusal | undefined> {
		const parsed = parse(pushSubscriptionSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { endpoint, keys } = parsed.value;
		const moved = await db
			.updateTable('pushDevices')
			.set({ endpoint, p256dh: keys.p256dh, auth: keys.auth })
			.where('sessionId', '=', sessionId)
			.executeTakeFirst();
		return moved.numUpdatedRows > 0n ? undefined : refusePeople('not_found');
	}

	const publicKey = async () => (await readVapidKeys(db)).publicKey;
	return { publicKey, list, add, remove, try: attempt, move };
}

/** Who signed in here before gets nothing here any more: an address is one browser's. */
async function leaveOthers(trx: Trx, sessionId: string, endpoint: string): Promise<void> {
	await trx
		.deleteFrom('pushDevices')
		.where('endpoint', '=', endpoint)
		.where('sessionId', '!=', sessionId)
		.execute();
}

/** Keeps the newest of a member's devices, the one that just came among them. */
async function dropOldest(trx: Trx, memberId: string, keptId: string): Promise<void> {
	const kept = trx
		.selectFrom('pushDevices')
		.select('id')
		.where('memberId', '=', memberId)
		.where('id', '!=', keptId)
		.orderBy('createdAt', 'desc')
		.orderBy('id', 'desc')
		.limit(mostPushDevices - 1);
	await trx
		.deleteFrom('pushDevices')
		.where('memberId', '=', memberId)
		.where('id', '!=', keptId)
		.where('id', 'not in', kept)
		.execute();
}

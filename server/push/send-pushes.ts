import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { Database, PushRow } from '../storage/tables.ts';
import { judgePush } from './due-push.ts';
import type { PushOutcome, Posting } from './post-push.ts';

export interface SendPushesParts {
	db: Database;
	clock: Clock;
	log: Logger;
	post: (posting: Posting) => Promise<PushOutcome>;
	/** Whether the server is ending: no further message is begun. */
	isOver: () => boolean;
}

const minuteMs = 60_000;
/** Waits between tries; after the last one it is given up. */
const waits = [1, 5, 15, 60, 180].map((minutes) => minutes * minuteMs);
const longestWaitMs = 180 * minuteMs;
/** A push belongs to whoever began it for so long; if the process dies, another one sends it after that. */
const claimMs = 2 * minuteMs;
const batchPushes = 200;
/** Devices that are written to at one time. */
const atOnce = 8;

/**
 * Sends every push whose time has come. Each is claimed on disk before it is sent and closed after,
 * so that none is lost by a crash; one that is sent twice by it replaces itself by its tag. Devices
 * do not wait for each other, and one that does not answer keeps only its own back.
 */
export async function sendPushes(parts: SendPushesParts): Promise<void> {
	for (;;) {
		const due = await duePushes(parts.db, parts.clock.now());
		if (due.length === 0 || parts.isOver()) return;
		const groups = [...Map.groupBy(due, ({ deviceId }) => deviceId).values()];
		await Promise.all(Array.from({ length: atOnce }, () => sendGroups(parts, groups)));
	}
}

function duePushes(db: Database, now: number): Promise<PushRow[]> {
	return db
		.selectFrom('pushes')
		.selectAll()
		.where('nextAt', 'is not', null)
		.where('nextAt', '<=', now)
		.orderBy('nextAt')
		.orderBy('noticeId')
		.limit(batchPushes)
		.execute();
}

async function sendGroups(parts: SendPushesParts, groups: PushRow[][]): Promise<void> {
	for (let group = groups.shift(); group; group = groups.shift())
		for (const push of group) if (parts.isOver() || !(await sendOne(parts, push))) break;
}

/** Sends one; false when its device takes no more for now. */
async function sendOne(parts: SendPushesParts, push: PushRow): Promise<boolean> {
	const { db, clock } = parts;
	if (!(await claim(db, push, clock.now() + claimMs))) return true;
	const due = await judgePush(db, push, clock.now());
	if (due.what === 'over') await close(db, push);
	else if (due.what === 'wait') await putOff(db, push, due.until, push.attempts);
	else return settle(parts, push, await parts.post(due));
	return true;
}

/** Whether this run is the one that sends it. */
async function claim(db: Database, push: PushRow, until: number): Promise<boolean> {
	const claimed = await db
		.updateTable('pushes')
		.set({ nextAt: until, attempts: push.attempts + 1 })
		.where('noticeId', '=', push.noticeId)
		.where('deviceId', '=', push.deviceId)
		.where('nextAt', '=', push.nextAt)
		.executeTakeFirst();
	return claimed.numUpdatedRows === 1n;
}

async function settle(parts: SendPushesParts, push: PushRow, outcome: PushOutcome): Promise<boolean> {
	const { db, clock, log } = parts;
	const now = clock.now();
	if (outcome.what === 'gone') {
		await db.deleteFrom('pushDevices').where('id', '=', push.deviceId).execute();
		return false;
	}
	if (outcome.what === 'taken') {
		await close(db, push);
		await db.updateTable('pushDevices').set({ lastOkAt: now }).where('id', '=', push.deviceId).execute();
		return true;
	}
	const wait = outcome.what === 'later' ? waits[push.attempts] : undefined;
	if (outcome.what === 'refused' || wait === undefined) {
		log.warn({ code: outcome.code, attempts: push.attempts + 1 }, 'a push was given up');
		await close(db, push);
		return outcome.what === 'refused';
	}
	const until = now + Math.min(Math.max(wait, outcome.waitMs ?? 0), longestWaitMs);
	await putOff(db, push, until, push.attempts + 1);
	await holdBack(db, push.deviceId, now, until);
	return false;
}

async function close(db: Database, push: PushRow): Promise<void> {
	await ofPush(db, push).set({ nextAt: null }).execute();
}

async function putOff(db: Database, push: PushRow, nextAt: number, attempts: number): Promise<void> {
	await ofPush(db, push).set({ nextAt, attempts }).execute();
}

/** What else waits for a device that takes nothing now waits too. */
async function holdBack(db: Database, deviceId: string, now: number, until: number): Promise<void> {
	await db
		.updateTable('pushes')
		.set({ nextAt: until })
		.where('deviceId', '=', deviceId)
		.where('nextAt', '<=', now)
		.execute();
}

function ofPush(db: Database, { noticeId, deviceId }: PushRow) {
	return db.updateTable('pushes').where('noticeId', '=', noticeId).where('deviceId', '=', deviceId);
}

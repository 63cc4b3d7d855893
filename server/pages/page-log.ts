import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import type { Clock } from '../clock.ts';
import type { Database, Trx } from '../storage/tables.ts';

export interface LogRow {
	seq: number;
	bytes: Uint8Array;
	memberId: string;
}

/** What one room adds to the log in one commit. */
export interface LogEntry {
	pageId: string;
	rows: LogRow[];
	/** Client ids seen for the first time, with whose they are from now on. */
	newClients: ReadonlyMap<number, string>;
}

/** Everything that is on disk of one page. */
export interface StoredPage {
	updates: Uint8Array[];
	/** The last position of the log; 0 when there is nothing at all. */
	seq: number;
	/** How many updates, and bytes of them, lie behind the stored state. */
	tail: { rows: number; bytes: number };
	stateBytes: number;
	/** Client id → the member whom it belongs to. */
	clients: Map<number, string>;
}

/** A stored page that cannot be trusted: its room does not open, and nothing is written over it. */
export class DamagedPage extends Error {}

/** The pages' texts on disk: a log of updates per page, and a state that stands for its beginning. */
export interface PageLog {
	/** Throws `DamagedPage` when a hash does not fit or nothing was ever stored. */
	load(pageId: string): Promise<StoredPage>;
	/** Writes all entries in one transaction. Answers the pages that are gone: nothing was written for them. */
	append(entries: readonly LogEntry[]): Promise<Set<string>>;
	/** Puts `state`, which the caller has proved, in the place of the log up to `seq`. */
	compact(pageId: string, seq: number, state: Uint8Array): Promise<void>;
}

export function createPageLog(db: Database, clock: Clock): PageLog {
	return {
		load: (pageId) => load(db, pageId),
		append: (entries) => db.transaction().execute((trx) => append(trx, entries, clock.now())),
		compact: (pageId, seq, state) => compact(db, pageId, seq, state)
	};
}

async function load(db: Database, pageId: string): Promise<StoredPage> {
	return db
		.transaction()
		.setAccessMode('read only')
		.execute(async (trx) => {
			const state = await trx
				.selectFrom('pageState')
				.selectAll()
				.where('pageId', '=', pageId)
				.executeTakeFirst();
			if (state && hashOf(state.bytes) !== state.sha256) throw new DamagedPage('the stored state changed');
			const tail = await trx
				.selectFrom('pageUpdate')
				.select(['seq', 'bytes'])
				.where('pageId', '=', pageId)
				.where('seq', '>', state?.upToSeq ?? 0)
				.orderBy('seq')
				.execute();
			if (!state && tail.length === 0) throw new DamagedPage('nothing is stored');
			const clients = await trx
				.selectFrom('pageClient')
				.select(['clientId', 'memberId'])
				.where('pageId', '=', pageId)
				.execute();
			return {
				updates: [...(state ? [state.bytes] : []), ...tail.map(({ bytes }) => bytes)],
				seq: tail.at(-1)?.seq ?? state?.upToSeq ?? 0,
				tail: { rows: tail.length, bytes: tail.reduce((sum, { bytes }) => sum + bytes.length, 0) },
				stateBytes: state?.bytes.length ?? 0,
				clients: new Map(clients.map(({ clientId, memberId }) => [clientId, memberId]))
			};
		});
}

async function append(trx: Trx, entries: readonly LogEntry[], at: number): Promise<Set<string>> {
	const ids = entries.map(({ pageId }) => pageId);
	const alive = await trx
		.selectFrom('pages')
		.select('id')
		.where('id', 'in', ids)
		.where('deletedAt', 'is', null)
		.execute();
	const gone = new Set(ids);
	for (const { id } of alive) gone.delete(id);
	const living = entries.filter(({ pageId }) => !gone.has(pageId));
	await insertUpdates(trx, living, at);
	await insertClients(trx, living);
	return gone;
}

/** Most rows of one statement: SQLite binds at most 32,766 values. */
const rowsPerStatement = 1_000;

async function insertUpdates(trx: Trx, entries: readonly LogEntry[], at: number): Promise<void> {
	const values = entries.flatMap(({ pageId, rows }) => rows.map((row) => ({ pageId, at, ...row })));
	for (let start = 0; start < values.length; start += rowsPerStatement) {
		await trx
			.insertInto('pageUpdate')
			.values(values.slice(start, start + rowsPerStatement))
			.execute();
	}
}

async function insertClients(trx: Trx, entries: readonly LogEntry[]): Promise<void> {
	const values = entries.flatMap(({ pageId, newClients }) =>
		[...newClients].map(([clientId, memberId]) => ({ pageId, clientId, memberId }))
	);
	if (values.length === 0) return;
	await trx
		.insertInto('pageClient')
		.values(values)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

async function compact(db: Database, pageId: string, seq: number, state: Uint8Array): Promise<void> {
	await db.transaction().execute(async (trx) => {
		const page = await trx
			.selectFrom('pages')
			.select('id')
			.where('id', '=', pageId)
			.where('deletedAt', 'is', null)
			.executeTakeFirst();
		if (!page) return;
		await trx
			.replaceInto('pageState')
			.values({ pageId, upToSeq: seq, bytes: state, sha256: hashOf(state) })
			.execute();
		await trx.deleteFrom('pageUpdate').where('pageId', '=', pageId).where('seq', '<=', seq).execute();
	});
}

/** Everything that is stored of a page as one update, without building the document. */
export function mergeStored({ updates }: StoredPage): Uint8Array {
	const [first] = updates;
	return updates.length === 1 && first ? first : Y.mergeUpdates(updates);
}

function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

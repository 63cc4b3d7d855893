import { expect } from 'vitest';
import type { CommandName } from '#domain/commands/commands.ts';
import { isRowFor, nounNames, type NounName } from '#domain/records/nouns.ts';
import { readRow } from '#server/records/row-codec.ts';
import type { WorkspaceSession } from '../../src/lib/sync/workspace-session.ts';
import { inSync, when, type SyncHome } from '../support/sync-home.ts';
import { cast, type Person } from '../support/test-workspace.ts';
import { restart, type Client } from './clients.ts';

/** Commands of each name, over however many runs. */
export type Counts = Map<CommandName, number>;

/**
 * Everybody comes back, until nothing waits anywhere. Whoever was shut out meanwhile is let in again
 * by an owner who is left: what lies on their device has to be answered too. Answers the ids of the
 * commands that this took.
 */
export async function bringTogether(sync: SyncHome, clients: Client[]): Promise<string[]> {
	const lettingIn: string[] = [];
	let out: string[];
	do {
		await comeBack(clients);
		out = await letEverybodyIn(sync);
		lettingIn.push(...out);
	} while (out.length > 0);
	await comeBack(clients);
	for (const { session } of clients) await inSync(session);
	return lettingIn;
}

async function comeBack(clients: Client[]): Promise<void> {
	for (const client of clients) {
		// A tab that was sent away stays so; whoever is let in again opens another.
		if (client.session.state.now.ended !== null) await restart(client);
		client.device.goOffline();
		client.device.goOnline();
		await answeredOrShutOut(client.session);
	}
}

function answeredOrShutOut({ engine, state }: WorkspaceSession): Promise<void> {
	return when([engine.changed, state.changed], () => {
		const { connection, caughtUp, ended } = state.now;
		if (ended !== null) return true;
		return connection === 'on' && caughtUp && engine.pending.length === 0;
	});
}

async function letEverybodyIn({ home }: SyncHome): Promise<string[]> {
	const members = await home.services.storage.db.selectFrom('members').selectAll().execute();
	const owner = members.find(({ role, deactivatedAt }) => role === 'owner' && deactivatedAt === null);
	const byOwner = (Object.keys(cast) as Person[]).find((person) => home.memberId(person) === owner?.id);
	const out = members.filter(({ deactivatedAt }) => deactivatedAt !== null);
	const ids: string[] = [];
	for (const { id } of out) {
		const sent = await home.send(byOwner ?? 'wulan', 'members.reactivate', { id });
		expect(sent).toMatchObject({ ok: true });
		if (sent.ok) ids.push(sent.id);
	}
	return ids;
}

/** Every device holds what the server gives to a new one of the same person, in memory and on its disk. */
export async function expectEqual(sync: SyncHome, clients: Client[]): Promise<void> {
	for (const client of clients) {
		const expected = await serverRows(sync, client.person);
		expect(rowsOf(client.session), client.person).toEqual(expected);
		expect(await rowsOnDisk(client), `${client.person}, from disk`).toEqual(expected);
	}
	await expectWholeForOwner(sync, clients);
}

function rowsOf({ engine }: WorkspaceSession) {
	return nounNames.map((noun) => byId(engine.copy.list(noun)));
}

function byId<R extends { id: string }>(rows: readonly R[]): R[] {
	return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a device with no past is given: the server's own answer for one person. */
async function serverRows(sync: SyncHome, person: Person) {
	const device = sync.device(person);
	const session = await device.openTab();
	await inSync(session);
	const rows = rowsOf(session);
	await device.close();
	return rows;
}

/** What the device still holds when it starts again without a network. */
async function rowsOnDisk(client: Client) {
	client.device.goOffline();
	await restart(client);
	return rowsOf(client.session);
}

/** An owner's device holds what the database holds, row for row. */
async function expectWholeForOwner({ home }: SyncHome, clients: Client[]): Promise<void> {
	const { db } = home.services.storage;
	const owner = clients.find(({ session }) => session.engine.me.role === 'owner');
	if (!owner) return;
	const { id: memberId, role } = owner.session.engine.me;
	const viewer = { memberId, role };
	for (const [at, noun] of nounNames.entries()) {
		const found = await db.selectFrom(noun).selectAll().where('deletedAt', 'is', null).execute();
		const rows = found.map((row) => readRow<NounName>(noun, row));
		const theirs = rows.filter((row) => isRowFor<NounName>(noun, row, viewer));
		expect(rowsOf(owner.session)[at], noun).toEqual(byId(theirs));
	}
}

export async function receiptIds({ home }: SyncHome): Promise<Set<string>> {
	const receipts = await home.services.storage.db.selectFrom('receipt').select('commandId').execute();
	return new Set(receipts.map(({ commandId }) => commandId));
}

/**
 * Each command has a receipt or a refusal and never both; one that died with its tab may have
 * neither. Each receipt belongs to a command, or to one of `others`.
 */
export async function countAnswers(
	sync: SyncHome,
	clients: Client[],
	others: ReadonlySet<string>,
	counts: { carriedOut: Counts; refused: Counts }
): Promise<void> {
	const receipts = await receiptIds(sync);
	for (const { session, sent, person } of clients) {
		const refusals = new Set(session.engine.refusals.map(({ id }) => id));
		for (const { id, name, isTaken } of sent) {
			const isDone = receipts.delete(id);
			const answers = [isDone, refusals.has(id)].filter(Boolean).length;
			const wanted = isTaken ? [1] : [0, 1];
			expect(wanted, `answers to ${name} ${id} of ${person}`).toContain(answers);
			if (answers === 0) continue;
			const counted = isDone ? counts.carriedOut : counts.refused;
			counted.set(name, (counted.get(name) ?? 0) + 1);
		}
	}
	expect([...receipts].filter((id) => !others.has(id))).toEqual([]);
}

export function total(counts: Counts): number {
	return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

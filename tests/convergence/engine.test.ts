import { afterEach, describe, expect, it } from 'vitest';
import { commandNames, type CommandInput, type CommandName } from '#domain/commands/commands.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { isRowFor, nounNames, type NounName } from '#domain/records/nouns.ts';
import { readRow } from '#server/records/row-codec.ts';
import type { WorkspaceSession } from '../../src/lib/sync/workspace-session.ts';
import { createRandom, type Random } from '../support/random.ts';
import { sized } from '../support/size.ts';
import { furnishWork } from '../support/furnish-work.ts';
import { inSync, openSyncHome, when, type OnlineDevice, type SyncHome } from '../support/sync-home.ts';
import { cast, type Person } from '../support/test-workspace.ts';
import { commandGenerators } from './command-generators.ts';
import type { Scene } from './scene.ts';
import { expectWorkHolds } from './work-invariants.ts';

const runs = Number(process.env['RAPI_CONVERGENCE_RUNS'] ?? sized(20, 50));
const firstSeed = Number(process.env['RAPI_CONVERGENCE_SEED'] ?? 1);
/** Some for every command of the table, however many there come to be. */
const steps = Math.max(80, 2 * commandNames.length);
/** Inputs that are tried for one command until the device takes one. */
const tries = 6;
const people: Person[] = ['wulan', 'dimas', 'rara', 'yoga', 'rizky'];

/** One person's device in a run, and every command that was accepted on it. */
interface Client {
	person: Person;
	device: OnlineDevice;
	session: WorkspaceSession;
	sent: { id: string; name: CommandName }[];
}

/** Receipts of the test's own commands: how everybody began, and who was let in again. */
let ownReceipts: Set<string>;
let sync: SyncHome;

/** Over all runs: commands of each name that the server carried out, and those that it refused. */
const carriedOut = new Map<CommandName, number>();
const refused = new Map<CommandName, number>();

describe('five devices that work offline', () => {
	it('can send every command of the table', () => {
		const known = Object.keys(commandGenerators).sort();
		expect(known, 'a new command needs its line in command-generators.ts').toEqual([...commandNames].sort());
	});

	describe('in one run', () => {
		afterEach(() => sync.close());

		it.each(Array.from({ length: runs }, (_, index) => firstSeed + index))(
			'seed %i: all end equal to the server, and every command is answered once',
			async (seed) => {
				const random = createRandom(seed);
				sync = await openSyncHome();
				await furnish(sync);
				ownReceipts = await receiptIds();
				const clients: Client[] = [];
				for (const person of people) clients.push(await openClient(person));
				for (const { device } of clients) device.goOffline();
				const next = dealCommands(random);
				for (let step = 0; step < steps; step++) await act(random.pick(clients), random, next);
				await bringTogether(clients);
				for (const client of clients) {
					const expected = await serverRows(client.person);
					expect(rowsOf(client.session), client.person).toEqual(expected);
					expect(await rowsOnDisk(client), `${client.person}, from disk`).toEqual(expected);
				}
				await expectWholeForOwner(clients);
				await expectWorkHolds(sync.home);
				await countAnswers(clients);
			}
		);
	});

	it.runIf(runs >= 20)('between them got every command of the table carried out', () => {
		expect(commandNames.filter((name) => !carriedOut.has(name))).toEqual([]);
		const sum = (counts: Map<CommandName, number>) => [...counts.values()].reduce((a, b) => a + b, 0);
		const [done, not] = [sum(carriedOut), sum(refused)];
		expect(done).toBeGreaterThan(runs * 10);
		expect(not).toBeGreaterThan(runs);
		process.stdout.write(
			`engine: ${runs} runs, ${done} commands carried out, ${not} refused by the server\n`
		);
	});
});

/** Something that everybody has before they part, so that their work meets on the same things. */
async function furnish(sync: SyncHome): Promise<void> {
	const { home } = sync;
	const shop = await home.folder('Toko');
	await furnishWork(home, shop);
	const folders = [shop, await home.folder('Gudang', shop), await home.folder('Kantor', null, true)];
	for (const [at, folderId] of folders.entries()) {
		for (const title of ['Buka', 'Tutup']) await home.page(`${title} ${at}`, folderId);
	}
	for (const name of ['Lama', 'Lebih lama']) {
		await home.send('wulan', 'folders.trash', { id: await home.folder(name) });
	}
	for (const [person, level] of [
		['rara', 'manage'],
		['yoga', 'edit']
	] as const) {
		for (const folderId of folders) {
			const grant = { id: crypto.randomUUID(), folderId, level, endsAt: null };
			await home.send('wulan', 'grants.set', { ...grant, memberId: home.memberId(person), role: null });
		}
	}
}

async function openClient(person: Person): Promise<Client> {
	const device = sync.device(person);
	const session = await device.openTab();
	await inSync(session);
	return { person, device, session, sent: [] };
}

async function act(client: Client, random: Random, next: () => CommandName): Promise<void> {
	const dice = random.upTo(40);
	if (dice === 0) client.device.goOnline();
	else if (dice <= 2) client.device.goOffline();
	else if (dice <= 4) await restart(client);
	else await send(client, random, next());
}

/** Every command of the table by chance, each once before any comes again. */
function dealCommands(random: Random): () => CommandName {
	let deck: CommandName[] = [];
	return () => {
		if (deck.length === 0) deck = [...commandNames];
		const [name = random.pick(commandNames)] = deck.splice(random.upTo(deck.length), 1);
		return name;
	};
}

/** The tab is killed in the middle of whatever it does; the device keeps what was on its disk. */
async function restart(client: Client): Promise<void> {
	client.device.kill(client.session);
	client.session = await client.device.openTab();
}

async function send(client: Client, random: Random, name: CommandName): Promise<void> {
	for (let left = tries; left > 0; left--) {
		const sent = await client.session.outbox.send(name, generate(name, sceneOf(client.session, random)));
		if (isRefusal(sent)) continue;
		client.sent.push({ id: sent.id, name });
		return;
	}
}

function generate<N extends CommandName>(name: N, scene: Scene): CommandInput<N> {
	return commandGenerators[name](scene);
}

function sceneOf({ engine }: WorkspaceSession, random: Random): Scene {
	return {
		random,
		now: sync.home.clock.now(),
		one(noun) {
			const rows = engine.copy.list(noun);
			// By age: the order in which rows lie in memory depends on what came over the line first.
			const ids = rows.map(({ id }) => id).sort();
			return ids.length > 0 ? random.pick(ids) : crypto.randomUUID();
		},
		row: (noun, id) => engine.copy.get(noun, id)
	};
}

/**
 * Everybody comes back, until nothing waits anywhere. Whoever was shut out meanwhile is let in again
 * by an owner who is left: what lies on their device has to be answered too.
 */
async function bringTogether(clients: Client[]): Promise<void> {
	do await comeBack(clients);
	while (await letEverybodyIn());
	await comeBack(clients);
	for (const { session } of clients) await inSync(session);
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

/** True when somebody was shut out. */
async function letEverybodyIn(): Promise<boolean> {
	const { home } = sync;
	const members = await home.services.storage.db.selectFrom('members').selectAll().execute();
	const owner = members.find(({ role, deactivatedAt }) => role === 'owner' && deactivatedAt === null);
	const byOwner = (Object.keys(cast) as Person[]).find((person) => home.memberId(person) === owner?.id);
	const out = members.filter(({ deactivatedAt }) => deactivatedAt !== null);
	for (const { id } of out) {
		const sent = await home.send(byOwner ?? 'wulan', 'members.reactivate', { id });
		expect(sent).toMatchObject({ ok: true });
		if (sent.ok) ownReceipts.add(sent.id);
	}
	return out.length > 0;
}

function rowsOf({ engine }: WorkspaceSession) {
	return nounNames.map((noun) => byId(engine.copy.list(noun)));
}

function byId<R extends { id: string }>(rows: readonly R[]): R[] {
	return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a device with no past is given: the server's own answer for one person. */
async function serverRows(person: Person) {
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
async function expectWholeForOwner(clients: Client[]): Promise<void> {
	const { db } = sync.home.services.storage;
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

async function receiptIds(): Promise<Set<string>> {
	const receipts = await sync.home.services.storage.db.selectFrom('receipt').select('commandId').execute();
	return new Set(receipts.map(({ commandId }) => commandId));
}

/** Each command has a receipt or a refusal and never both; each receipt belongs to a command. */
async function countAnswers(clients: Client[]): Promise<void> {
	const receipts = await receiptIds();
	for (const { session, sent } of clients) {
		const refusals = new Set(session.engine.refusals.map(({ id }) => id));
		for (const { id, name } of sent) {
			const isDone = receipts.delete(id);
			expect([isDone, refusals.has(id)].filter(Boolean), `${name} ${id}`).toHaveLength(1);
			const counts = isDone ? carriedOut : refused;
			counts.set(name, (counts.get(name) ?? 0) + 1);
		}
	}
	expect([...receipts].filter((id) => !ownReceipts.has(id))).toEqual([]);
}

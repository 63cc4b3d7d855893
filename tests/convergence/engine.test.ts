import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { nounNames } from '#domain/records/nouns.ts';
import type { WorkspaceSession } from '../../src/lib/sync/workspace-session.ts';
import { createRandom, type Random } from '../support/random.ts';
import { inSync, openSyncHome, type OnlineDevice, type SyncHome } from '../support/sync-home.ts';
import type { Person } from '../support/test-workspace.ts';

const runs = Number(process.env['RAPI_CONVERGENCE_RUNS'] ?? 100);
const firstSeed = Number(process.env['RAPI_CONVERGENCE_SEED'] ?? 1);
const steps = 16;
const people: Person[] = ['wulan', 'dimas', 'rara', 'yoga', 'rizky'];

/** One person's device in a run, and every command that was accepted on it. */
interface Client {
	person: Person;
	device: OnlineDevice;
	session: WorkspaceSession;
	sent: string[];
}

let sync: SyncHome;
beforeAll(async () => {
	sync = await openSyncHome();
});
afterAll(() => sync.close());

describe('five devices that work apart', () => {
	it.each(Array.from({ length: runs }, (_, index) => firstSeed + index))(
		'seed %i: all end equal to the server, and every command is answered once',
		async (seed) => {
			const random = createRandom(seed);
			const clients: Client[] = [];
			for (const person of people) clients.push(await openClient(person));
			for (let step = 0; step < steps; step++) await act(random.pick(clients), random);
			for (const { device } of clients) device.goOnline();
			for (const { session } of clients) await inSync(session);
			await allCaughtUp(clients);
			for (const client of clients) {
				expect(rowsOf(client.session), client.person).toEqual(await serverRows(client.person));
				await expectAnsweredOnce(client);
			}
			for (const { device } of clients) await device.close();
		}
	);
});

async function openClient(person: Person): Promise<Client> {
	const device = sync.device(person);
	const session = await device.openTab();
	await inSync(session);
	return { person, device, session, sent: [] };
}

async function act(client: Client, random: Random): Promise<void> {
	const dice = random.upTo(10);
	if (dice === 0) client.device.goOffline();
	else if (dice === 1) client.device.goOnline();
	else if (dice === 2) await restart(client);
	else await sendSomething(client, random);
}

/** The tab is killed in the middle of whatever it does; the device keeps what was on its disk. */
async function restart(client: Client): Promise<void> {
	client.device.kill(client.session);
	client.session = await client.device.openTab();
}

async function sendSomething(client: Client, random: Random): Promise<void> {
	const { name, input } = pickCommand(client.session, random);
	const sent = await client.session.outbox.send(name, input);
	if (!isRefusal(sent)) client.sent.push(sent.id);
}

function pickCommand({ engine }: WorkspaceSession, random: Random) {
	const folders = engine.copy.list('folders').map(({ id }) => id);
	const pages = engine.copy.list('pages').map(({ id }) => id);
	const folderId = folders.length ? random.pick(folders) : uuidv7();
	const pageId = pages.length ? random.pick(pages) : uuidv7();
	const orderKey = `a${random.upTo(9)}`;
	const name = `Nama ${random.upTo(1000)}`;
	const options: { [N in CommandName]?: CommandInput<N> } = {
		'folders.create': {
			...{ id: uuidv7(), grantId: uuidv7(), name, orderKey },
			parentId: random.upTo(2) ? folderId : null
		},
		'folders.rename': { id: folderId, name },
		'folders.move': { id: folderId, parentId: random.pick([null, ...folders]), orderKey },
		'folders.trash': { id: folderId },
		'folders.restrict': { id: folderId },
		'folders.open': { id: folderId },
		'pages.create': { id: uuidv7(), folderId, title: name, kind: 'doc', orderKey },
		'pages.rename': { id: pageId, title: name },
		'pages.move': { id: pageId, folderId, orderKey },
		'pages.trash': { id: pageId },
		'pages.restore': { id: pageId },
		'pages.purge': { id: pageId }
	};
	const chosen = random.pick(Object.keys(options) as CommandName[]);
	return { name: chosen, input: options[chosen] as never };
}

/** Everybody has been sent the newest commit: a last command of the owner reaches every device. */
async function allCaughtUp(clients: Client[]): Promise<void> {
	for (const { device, session } of clients) {
		device.goOffline();
		device.goOnline();
		await inSync(session);
	}
}

function rowsOf({ engine }: WorkspaceSession) {
	return nounNames.map((noun) => [...engine.copy.list(noun)].sort((a, b) => (a.id < b.id ? -1 : 1)));
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

async function expectAnsweredOnce({ session, sent }: Client): Promise<void> {
	const refused = new Set(session.engine.refusals.map(({ id }) => id));
	const receipts = await sync.home.services.storage.db
		.selectFrom('receipt')
		.select('commandId')
		.where('commandId', 'in', sent.length ? sent : [''])
		.execute();
	const done = new Set(receipts.map(({ commandId }) => commandId));
	for (const id of sent) expect([done.has(id), refused.has(id)].filter(Boolean), id).toHaveLength(1);
}

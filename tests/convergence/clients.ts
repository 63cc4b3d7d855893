import { uuidv7 } from 'uuidv7';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { WorkspaceSession } from '../../src/lib/sync/workspace-session.ts';
import { furnishWork } from '../support/furnish-work.ts';
import type { Random } from '../support/random.ts';
import { inSync, type OnlineDevice, type SyncHome } from '../support/sync-home.ts';
import type { Person, TestWorkspace } from '../support/test-workspace.ts';
import { commandGenerators } from './command-generators.ts';
import type { Scene } from './scene.ts';

/** Inputs that are tried for one command until the device takes one. */
const tries = 6;

export interface Sent {
	id: string;
	name: CommandName;
	input: Record<string, unknown>;
	/** False where the tab died before it could say that the command was written down. */
	isTaken: boolean;
}

/** One person's device in a run, and every command that was given on it. */
export interface Client {
	person: Person;
	device: OnlineDevice;
	session: WorkspaceSession;
	/** Tabs that were killed. */
	dead: WeakSet<WorkspaceSession>;
	sent: Sent[];
}

/** Something that everybody has before they part, so that their work meets on the same things. */
export async function furnish(home: TestWorkspace): Promise<string[]> {
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
	return folders;
}

export async function openClient(sync: SyncHome, person: Person): Promise<Client> {
	const device = sync.device(person);
	const session = await device.openTab();
	await inSync(session);
	return { person, device, session, dead: new WeakSet(), sent: [] };
}

/** Every command of the table by chance, each once before any comes again. */
export function dealCommands(random: Random, names: readonly CommandName[]): () => CommandName {
	let deck: CommandName[] = [];
	return () => {
		if (deck.length === 0) deck = [...names];
		const [name = random.pick(names)] = deck.splice(random.upTo(deck.length), 1);
		return name;
	};
}

/** The tab is killed in the middle of whatever it does; the device keeps what was on its disk. */
export async function restart(client: Client): Promise<void> {
	client.dead.add(client.session);
	client.device.kill(client.session);
	client.session = await client.device.openTab();
}

/** Gives a command on a device, with inputs by chance until it takes one. */
export async function send(client: Client, random: Random, name: CommandName): Promise<void> {
	for (let left = tries; left > 0; left--) {
		const { session, device } = client;
		if (await give(client, name, generate(name, sceneOf(session, device.clock.now(), random)))) return;
	}
}

/** Gives one command on a device; false when the device refused it. */
export async function give<N extends CommandName>(
	client: Client,
	name: N,
	input: CommandInput<N>
): Promise<boolean> {
	const { session, device } = client;
	// Known before it is given: a tab that dies cannot tell how its command was called.
	const id = uuidv7();
	device.newId = () => {
		device.newId = uuidv7;
		return id;
	};
	const command: Sent = { id, name, input, isTaken: false };
	client.sent.push(command);
	const answer = await session.outbox.send(name, input);
	if (isRefusal(answer)) {
		client.sent.splice(client.sent.indexOf(command), 1);
		return false;
	}
	command.isTaken = !client.dead.has(session);
	return true;
}

function generate<N extends CommandName>(name: N, scene: Scene): CommandInput<N> {
	return commandGenerators[name](scene);
}

function sceneOf({ engine }: WorkspaceSession, now: number, random: Random): Scene {
	return {
		random,
		now,
		one(noun) {
			const rows = engine.copy.list(noun);
			// By age: the order in which rows lie in memory depends on what came over the line first.
			const ids = rows.map(({ id }) => id).sort();
			return ids.length > 0 ? random.pick(ids) : crypto.randomUUID();
		},
		row: (noun, id) => engine.copy.get(noun, id)
	};
}

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocket as NodeSocket } from 'ws';
import type { ServerFrame } from '#domain/wire/feed.ts';
import { feedProtocol } from '#domain/wire/protocol.ts';
import { attachUpgrade } from '#server/sync/upgrade.ts';
import type { SendImage } from '../../src/lib/sync/sync-ports.ts';
import type { Signal } from '../../src/lib/sync/signal.svelte.ts';
import { WorkspaceSession } from '../../src/lib/sync/workspace-session.ts';
import { FakeDevice, noNetwork, type TabLife } from './device.ts';
import { LineWeather } from './line-weather.ts';
import { cast, openTestWorkspace, type Person, type TestWorkspace } from './test-workspace.ts';

/** One person's browser that can reach the real server, or be cut off from it. */
export class OnlineDevice extends FakeDevice {
	/** Who is signed in on it; somebody else may follow. */
	person: Person;
	/** Paths of the sockets that were opened. */
	readonly opened: string[] = [];
	readonly #home: SyncHome;
	readonly #sockets = new Set<NodeSocket>();
	readonly #tabs = new Map<WorkspaceSession, TabLife>();
	/** Whether the tabs that connect from now on are of a build from before the server's protocol. */
	outdated = false;
	/** What happens to the frames of the feed on their way. */
	readonly weather = new LineWeather();
	#online = true;
	#hears: (frame: ServerFrame) => boolean = () => true;

	constructor(home: SyncHome, person: Person, hasTabs: boolean) {
		super({ clock: home.home.clock, hasTabs });
		this.#home = home;
		this.person = person;
		this.sendImage = (image) => this.#sendImage(image);
	}

	/** Opens the workspace in a new tab. */
	async openTab(person = this.person): Promise<WorkspaceSession> {
		const { role } = cast[person];
		const { home } = this.#home;
		const life: TabLife = { alive: true, ends: [] };
		const session = new WorkspaceSession(
			{
				id: home.workspaceId,
				slug: 'rona',
				name: 'Selasar Rona',
				memberId: home.memberId(person),
				accountId: person,
				role,
				openedAt: 0,
				removedAt: null
			},
			this.ports(life)
		);
		this.#tabs.set(session, life);
		await session.start();
		return session;
	}

	/** Ends a tab as a crash does: nothing of it runs any more, what was on disk stays. */
	kill(session: WorkspaceSession): void {
		this.freeze(session);
		this.#tabs.delete(session);
		session.store.db.close();
		for (const socket of this.#sockets) socket.terminate();
	}

	/** Stops a tab as phones do with hidden ones: it keeps its lock and answers nobody. */
	freeze(session: WorkspaceSession): void {
		const life = this.#tabs.get(session);
		if (!life) return;
		life.alive = false;
		for (const end of life.ends.splice(0)) end();
	}

	/** From now on only these frames of the feed arrive, as if the line broke before the others. */
	hear(hears: (frame: ServerFrame) => boolean): void {
		this.#hears = hears;
	}

	/** Cuts the network at once, as a train does. */
	goOffline(): void {
		this.#online = false;
		for (const socket of this.#sockets) socket.terminate();
		this.#sockets.clear();
	}

	/** No new line is given from now on; those that are open do not notice. */
	refuse(): void {
		this.#online = false;
	}

	goOnline(): void {
		this.#online = true;
		this.wake();
	}

	/** Ends every tab. */
	async close(): Promise<void> {
		await Promise.all([...this.#tabs.keys()].map((tab) => tab.close()));
		this.#tabs.clear();
		this.weather.forgetParted();
		this.goOffline();
	}

	/** Brings a picture to the real server; answers as its address does. */
	async #sendImage({ id, pageId, blob, name }: Parameters<SendImage>[0]): Promise<number> {
		if (!this.#online) return 0;
		const { home } = this.#home;
		const visitor = { callerIn: async () => home.caller(this.person) };
		const stored = await home.services.images.put(visitor, { id, pageId, name }, blob.stream());
		if (typeof stored !== 'string') return 201;
		return { not_found: 404, too_large: 413, unsupported: 422, taken: 409 }[stored];
	}

	override openSocket(path: string): WebSocket {
		if (!this.#online) return noNetwork();
		this.opened.push(path);
		const { home } = this.#home;
		// Who it is for the door of `openSyncHome`, and for that of a bare server.
		const headers = { authorization: `Bearer ${home.workspaceId} ${home.memberId(this.person)}` };
		const socket = new NodeSocket(`ws://127.0.0.1:${this.#home.port}${path}`, { headers });
		const emit = socket.emit.bind(socket) as (...event: unknown[]) => boolean;
		socket.emit = (...event: unknown[]) => {
			const [name, data, isBinary] = event;
			if (name !== 'message' || isBinary) return emit(...event);
			return this.#hears(JSON.parse(String(data)) as ServerFrame) && emit(...event);
		};
		if (path.startsWith('/sync/feed')) this.weather.cover(socket);
		if (this.outdated && path.startsWith('/sync/feed')) sayOldProtocol(socket);
		socket.on('error', () => undefined);
		socket.on('close', () => this.#sockets.delete(socket));
		this.#sockets.add(socket);
		return socket as unknown as WebSocket;
	}
}

function sayOldProtocol(socket: NodeSocket): void {
	const send = socket.send.bind(socket) as (data: string) => void;
	socket.send = (data: unknown) =>
		send(String(data).replace(/"protocol":\d+/, `"protocol":${feedProtocol - 1}`));
}

/** A test workspace with its sockets open, and devices that reach it. */
export interface SyncHome {
	home: TestWorkspace;
	port: number;
	device(person: Person, options?: { hasTabs: boolean }): OnlineDevice;
	/** Kills the server in the middle of whatever it does; another stands there when it resolves. */
	crash(): Promise<void>;
	signOut(person: Person): void;
	close(): Promise<void>;
}

export async function openSyncHome(openFront: OpenFront = openFrontHere): Promise<SyncHome> {
	const signedOut = new Set<string>();
	const personOf = ({ headers }: IncomingMessage) => {
		const memberId = (headers.authorization ?? '').split(' ')[2] ?? '';
		const person = (Object.keys(cast) as Person[]).find((each) => home.memberId(each) === memberId);
		return person && !signedOut.has(person) ? person : undefined;
	};
	const home: TestWorkspace = await openTestWorkspace(undefined, {
		admit: async (request) => {
			const person = personOf(request);
			if (!person) return undefined;
			return { caller: home.caller(person), signInId: person, isAlive: async () => !signedOut.has(person) };
		},
		welcome: async (request) => {
			const person = personOf(request);
			if (!person) return undefined;
			return { callerIn: async () => (signedOut.has(person) ? undefined : home.caller(person)) };
		}
	});
	let front = await openFront(home);
	const devices: OnlineDevice[] = [];
	const syncHome: SyncHome = {
		home,
		port: front.port,
		device(person, { hasTabs } = { hasTabs: false }) {
			const device = new OnlineDevice(syncHome, person, hasTabs);
			devices.push(device);
			return device;
		},
		signOut: (person) => void signedOut.add(person),
		async crash() {
			await front.kill();
			front = await openFront(home);
			syncHome.port = front.port;
		},
		async close() {
			await Promise.all(devices.map((device) => device.close()));
			await front.close();
			await home.close();
		}
	};
	return syncHome;
}

/** What listens for the sockets of a home: here, or in a process of its own. */
export interface Front {
	port: number;
	/** Ends it at once, with whatever the server was doing for it. */
	kill(): Promise<void>;
	close(): Promise<void>;
}
export type OpenFront = (home: TestWorkspace) => Promise<Front>;

async function openFrontHere(home: TestWorkspace): Promise<Front> {
	const server = createServer();
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	attachUpgrade(server, home.services);
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		async kill() {
			server.close();
			for (const socket of sockets) socket.destroy();
			await home.crash();
		},
		async close() {
			server.close();
		}
	};
}

/** Resolves when a condition holds that changes only with these signals. */
export function when(signals: readonly Signal[], holds: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const stops: (() => void)[] = [];
		const check = () => {
			if (!holds()) return;
			for (const stop of stops) stop();
			resolve();
		};
		stops.push(...signals.map((signal) => signal.listen(check)));
		check();
	});
}

/** Resolves when the server has answered everything and this tab is up to date. */
export async function inSync(session: WorkspaceSession): Promise<void> {
	const { engine, state } = session;
	await when(
		[engine.changed, state.changed],
		() => engine.pending.length === 0 && state.now.caughtUp && state.now.connection === 'on'
	);
	await session.settled();
}

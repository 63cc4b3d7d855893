import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { uuidv7 } from 'uuidv7';
import type { SendImage, SyncPorts, TabChannelPort } from '../../src/lib/sync/sync-ports.ts';
import { FakeClock } from './test-workspace.ts';

/** A tab that is killed does nothing more. */
export interface TabLife {
	alive: boolean;
	/** What of it would still answer by itself, to be ended with it. */
	ends: (() => void)[];
}

/** A browser in memory: what it stores outlives the tabs that are opened in it. */
export class FakeDevice {
	readonly clock: FakeClock;
	indexedDB = new IDBFactory();
	/** Timers that wait; they fire only when a test says so. */
	readonly timers: { ms: number; work: () => void }[] = [];
	readonly #wakes = new Set<() => void>();
	readonly #losses = new Set<() => void>();
	readonly #id = uuidv7();
	/** Whether the browser has Web Locks and channels between tabs. */
	readonly hasTabs: boolean;
	/** How often the server was asked for a newer build of the app. */
	looks = 0;
	/** The account of whoever signed in last on this browser. */
	account: string | undefined;
	fetch: typeof fetch = () => Promise.reject(new TypeError('no network'));
	sendImage: SendImage = async () => 0;
	newId: () => string = uuidv7;

	constructor({ clock = new FakeClock(), hasTabs = false } = {}) {
		this.clock = clock;
		this.hasTabs = hasTabs;
	}

	openSocket(_path: string): WebSocket {
		return noNetwork();
	}

	/** Lets every waiting timer fire. */
	fireTimers(): void {
		for (const timer of this.timers.splice(0)) timer.work();
	}

	/** The network is gone, as the browser knows it before any line does. */
	lose(): void {
		for (const listener of [...this.#losses]) listener();
	}

	/** The network is back, or somebody looks at the tab. */
	wake(): void {
		for (const listener of [...this.#wakes]) listener();
	}

	/** The outside as one tab sees it, until the tab's life ends. */
	ports(life: TabLife = { alive: true, ends: [] }): SyncPorts {
		return {
			indexedDB: openWhile(life, this.indexedDB),
			IDBKeyRange,
			after: (ms, work) => this.#after(ms, work),
			now: () => this.clock.now(),
			newId: () => this.newId(),
			fetch: (input, init) => this.fetch(input, init),
			sendImage: (image, onProgress) =>
				life.alive ? this.sendImage(image, onProgress) : new Promise(() => undefined),
			account: () => this.account,
			openSocket: (path) => (life.alive ? this.openSocket(path) : noNetwork()),
			openChannel: (name) => this.#openChannel(name, life),
			locks: this.hasTabs ? this.#locks() : undefined,
			onWake: (listener) => {
				const whileAlive = () => life.alive && listener();
				this.#wakes.add(whileAlive);
				return () => this.#wakes.delete(whileAlive);
			},
			onLost: (listener) => {
				const whileAlive = () => life.alive && listener();
				this.#losses.add(whileAlive);
				return () => this.#losses.delete(whileAlive);
			},
			persist: async () => true,
			updates: {
				onReady: () => undefined,
				look: () => void this.looks++,
				change: async () => undefined
			},
			random: () => 0.5
		};
	}

	#after(ms: number, work: () => void): () => void {
		const timer = { ms, work };
		this.timers.push(timer);
		return () => {
			const at = this.timers.indexOf(timer);
			if (at >= 0) this.timers.splice(at, 1);
		};
	}

	#openChannel(name: string, life: TabLife): TabChannelPort | undefined {
		if (!this.hasTabs) return undefined;
		const channel = new BroadcastChannel(`${this.#id} ${name}`);
		life.ends.push(() => channel.close());
		return {
			postMessage: (message) => life.alive && channel.postMessage(message),
			set onmessage(listener: TabChannelPort['onmessage']) {
				channel.onmessage = listener as never;
			},
			close: () => channel.close()
		};
	}

	/** Locks of this device alone, though all devices of a test share one process. */
	#locks(): LockManager {
		const request = (name: string, ...rest: unknown[]) =>
			(navigator.locks.request as (...args: unknown[]) => Promise<unknown>).call(
				navigator.locks,
				`${this.#id} ${name}`,
				...rest
			);
		return { request } as LockManager;
	}
}

export function noNetwork(): WebSocket {
	return new NoNetwork() as unknown as WebSocket;
}

function openWhile(life: TabLife, factory: IDBFactory): IDBFactory {
	return new Proxy(factory, {
		get(target, key) {
			const value: unknown = Reflect.get(target, key);
			if (typeof value !== 'function') return value;
			return (...args: unknown[]) => {
				if (!life.alive) throw new Error('The tab was killed.');
				return value.apply(target, args) as unknown;
			};
		}
	});
}

/** A browser that gives no database: blocked by its settings, or broken. */
export function noDatabase(): IDBFactory {
	return new Proxy(new IDBFactory(), {
		get: () => () => {
			throw new DOMException('no database', 'InvalidStateError');
		}
	});
}

/** A socket that never opens. */
class NoNetwork {
	readonly readyState = 0;
	onopen: unknown = null;
	onmessage: unknown = null;
	onclose: unknown = null;
	onerror: unknown = null;
	close(): void {
		this.onclose = null;
	}
	send(): void {
		throw new Error('The socket is not open.');
	}
}

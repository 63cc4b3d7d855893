import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { uuidv7 } from 'uuidv7';
import type { SyncPorts } from '../../src/lib/sync/sync-ports.ts';
import { FakeClock } from './test-workspace.ts';

/** A browser in memory: what it stores outlives the tabs that are opened in it. */
export class FakeDevice {
	readonly clock: FakeClock;
	readonly indexedDB = new IDBFactory();
	/** Timers that wait; they fire only when a test says so. */
	readonly timers: { ms: number; work: () => void }[] = [];
	readonly #wakes = new Set<() => void>();
	readonly #id = uuidv7();
	/** Whether the browser has Web Locks and channels between tabs. */
	readonly hasTabs: boolean;
	fetch: typeof fetch = () => Promise.reject(new TypeError('no network'));

	constructor({ clock = new FakeClock(), hasTabs = false } = {}) {
		this.clock = clock;
		this.hasTabs = hasTabs;
	}

	openSocket(_path: string): WebSocket {
		return new NoNetwork() as unknown as WebSocket;
	}

	/** Lets every waiting timer fire. */
	fireTimers(): void {
		for (const timer of this.timers.splice(0)) timer.work();
	}

	/** The network is back, or somebody looks at the tab. */
	wake(): void {
		for (const listener of [...this.#wakes]) listener();
	}

	/** The outside as one tab sees it. */
	ports(): SyncPorts {
		return {
			indexedDB: this.indexedDB,
			IDBKeyRange,
			after: (ms, work) => this.#after(ms, work),
			now: () => this.clock.now(),
			newId: uuidv7,
			fetch: (input, init) => this.fetch(input, init),
			openSocket: (path) => this.openSocket(path),
			openChannel: (name) => (this.hasTabs ? new BroadcastChannel(`${this.#id} ${name}`) : undefined),
			locks: this.hasTabs ? this.#locks() : undefined,
			onWake: (listener) => {
				this.#wakes.add(listener);
				return () => this.#wakes.delete(listener);
			},
			persist: async () => true,
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

/** A socket that never opens. */
export class NoNetwork {
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

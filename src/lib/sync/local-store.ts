import type { Transaction } from 'dexie';
import { LocalDatabase } from './local-database.ts';
import { Signal } from './signal.svelte.ts';

/** What a store needs from the outside; tests bring their own IndexedDB and timers. */
export interface StorePorts {
	indexedDB: IDBFactory;
	IDBKeyRange: typeof IDBKeyRange;
	/** Calls back later; returns the way to call it off. */
	after(ms: number, work: () => void): () => void;
}

export type StorageState = 'ok' | 'failed';

/** Writes of one lane keep their order; lanes do not wait for each other. */
export type Lane = 'records' | 'outbox' | 'pages' | 'meta';

type TableName = Parameters<LocalDatabase['table']>[0];

const firstRetryMs = 500;
const longestRetryMs = 30_000;

/** A write was given up because the store was closed. */
export class StoreClosed extends Error {}

/**
 * The one way to the device's database. A write is done when its transaction is on disk; until then it
 * is tried again, and `state` says 'failed' from the first failure to the next success.
 */
export class LocalStore {
	readonly changed = new Signal();
	readonly db: LocalDatabase;
	readonly #ports: StorePorts;
	#state: StorageState = 'ok';
	#closed = false;
	#removed = false;
	readonly #lanes = new Map<Lane, Promise<unknown>>();
	readonly #waiting = new Set<() => void>();

	constructor(memberId: string, ports: StorePorts) {
		this.#ports = ports;
		this.db = new LocalDatabase(memberId, { indexedDB: ports.indexedDB, IDBKeyRange: ports.IDBKeyRange });
		// Another tab wants a newer layout, or the copy gone: let go, so that it is not blocked.
		this.db.on('versionchange', ({ newVersion }) => (newVersion === null ? this.#abandon() : this.#fail()));
		this.db.on('blocked', () => this.#fail());
		this.db.on('close', () => this.#fail());
	}

	/** Whether the copy was removed by another tab: nothing is written any more, lest it come back. */
	get removed(): boolean {
		return this.#removed;
	}

	get state(): StorageState {
		return this.#state;
	}

	/** Opens the database; false when this browser does not give it, which writes then keep trying. */
	async open(): Promise<boolean> {
		try {
			await this.db.open();
			return true;
		} catch {
			this.#setState('failed');
			return false;
		}
	}

	/** Reads; undefined when the database cannot be read, which `state` then says. */
	async read<T>(work: () => Promise<T>): Promise<T | undefined> {
		try {
			return await work();
		} catch {
			if (!this.#closed) this.#setState('failed');
			return undefined;
		}
	}

	/** Resolves when what was to be written until now is written, or given up. */
	async idle(): Promise<void> {
		await Promise.allSettled(this.#lanes.values());
	}

	/**
	 * Runs `work` in one transaction over `tables`; resolves when it is on disk. Rejects only when closed.
	 * With several lanes it waits for all of them, and they for it.
	 */
	write<T>(
		lane: Lane | readonly Lane[],
		tables: TableName[],
		work: (transaction: Transaction) => Promise<T>
	): Promise<T> {
		const lanes = typeof lane === 'string' ? [lane] : lane;
		const before = Promise.allSettled(lanes.map((name) => this.#lanes.get(name) ?? Promise.resolve()));
		const done = before.then(() => this.#writeUntilDone(tables, work));
		for (const name of lanes) this.#lanes.set(name, done);
		// Whoever waits for the write sees its failure; the lane itself only keeps the order.
		done.catch(() => undefined);
		return done;
	}

	/** Resolves when a write is done or given up, or as soon as this device cannot write. */
	writtenOrFailing(writing: Promise<unknown>): Promise<void> {
		return new Promise((resolve) => {
			let stop: () => void = () => undefined;
			const done = () => {
				stop();
				resolve();
			};
			const check = () => {
				if (this.#state === 'failed') done();
			};
			stop = this.changed.listen(check);
			writing.then(done, done);
			check();
		});
	}

	/** Tries at once what waits to be tried again. */
	retry(): void {
		for (const wake of [...this.#waiting]) wake();
	}

	/** Waits for what can be written, then lets go of the database. */
	async close(): Promise<void> {
		this.#closed = true;
		this.retry();
		await Promise.allSettled(this.#lanes.values());
		this.db.close();
	}

	/** Removes the database, after `close`. A browser that gives none has none to remove. */
	async remove(): Promise<void> {
		try {
			await this.db.delete();
		} catch (error) {
			if (this.#state === 'ok') throw error;
		}
	}

	async #writeUntilDone<T>(tables: TableName[], work: (transaction: Transaction) => Promise<T>): Promise<T> {
		for (let attempt = 0; ; attempt++) {
			if (this.#removed) throw new StoreClosed('the copy was removed');
			try {
				if (!this.db.isOpen()) await this.db.open();
				const result = await this.db.transaction('rw', tables, work);
				this.#setState('ok');
				return result;
			} catch (error) {
				this.#setState('failed');
				if (this.#closed) throw new StoreClosed('closed before it was written', { cause: error });
				await this.#pause(Math.min(firstRetryMs * 2 ** attempt, longestRetryMs));
			}
		}
	}

	#pause(ms: number): Promise<void> {
		return new Promise((resolve) => {
			const wake = () => {
				callOff();
				this.#waiting.delete(wake);
				resolve();
			};
			const callOff = this.#ports.after(ms, wake);
			this.#waiting.add(wake);
		});
	}

	#abandon(): void {
		this.#closed = true;
		this.#removed = true;
		this.retry();
		this.changed.notify();
	}

	#fail(): void {
		if (!this.#closed) this.#setState('failed');
	}

	#setState(state: StorageState): void {
		if (state === this.#state) return;
		this.#state = state;
		this.changed.notify();
	}
}

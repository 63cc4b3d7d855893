import type { LogEntry, PageLog } from './page-log.ts';

/** Something with updates that wait for the disk: a room. */
export interface Committable {
	/** Hands over what has come since the last call, and forgets it. */
	takeTurn(): Turn;
}

/** What one room brings to one commit. Without an entry nothing has to be written. */
export interface Turn {
	entry: LogEntry | undefined;
	/** Runs after the commit: relay, *saved*, answers to joiners. */
	committed(): void;
	/** Runs when it could not be written, or the page is gone. Nothing of it may become visible. */
	failed(reason: 'gone' | 'storage'): void;
}

/**
 * Writes what one turn of the event loop brought, for all rooms together, in one transaction. There
 * is no timer: what comes while a commit is under way is in the next one.
 */
export class GroupCommit {
	readonly #log: PageLog;
	readonly #onError: (error: unknown) => void;
	readonly #waiting = new Set<Committable>();
	#running: Promise<void> | undefined;

	constructor(log: PageLog, onError: (error: unknown) => void) {
		this.#log = log;
		this.#onError = onError;
	}

	/** The room is asked for its turn after everything that this turn of the loop still brings. */
	schedule(room: Committable): void {
		this.#waiting.add(room);
		this.#running ??= this.#run();
	}

	/** Resolves when nothing waits any more. */
	async settled(): Promise<void> {
		while (this.#running) await this.#running;
	}

	async #run(): Promise<void> {
		while (this.#waiting.size > 0) {
			await new Promise((resolve) => setImmediate(resolve));
			const rooms = [...this.#waiting];
			this.#waiting.clear();
			await this.#commit(rooms.flatMap((room) => this.#turnOf(room) ?? []));
		}
		this.#running = undefined;
	}

	/** A room that fails is left out: the others must go on saving. */
	#turnOf(room: Committable): Turn | undefined {
		try {
			return room.takeTurn();
		} catch (error) {
			this.#onError(error);
			return undefined;
		}
	}

	async #commit(turns: readonly Turn[]): Promise<void> {
		const entries = turns.flatMap(({ entry }) => entry ?? []);
		let gone: Set<string> | undefined;
		try {
			gone = entries.length > 0 ? await this.#log.append(entries) : new Set();
		} catch (error) {
			this.#onError(error);
		}
		for (const turn of turns) this.#finish(turn, gone);
	}

	#finish(turn: Turn, gone: ReadonlySet<string> | undefined): void {
		try {
			if (!turn.entry) turn.committed();
			else if (!gone) turn.failed('storage');
			else if (gone.has(turn.entry.pageId)) turn.failed('gone');
			else turn.committed();
		} catch (error) {
			this.#onError(error);
		}
	}
}

import type { Connection } from './feed-socket.ts';
import type { LateEdit } from './workspace.ts';
import { Signal } from './signal.svelte.ts';

/**
 * Why a workspace cannot stay open in a tab: somebody else is signed in on this browser by now, or
 * its person is no member any more, or signed out in another tab.
 */
export type Ending = 'otherPerson' | 'removed' | 'forgotten';

/** What is known of the sync at large; whoever learns something sets it, readers follow. */
export interface SyncFacts {
	connection: Connection;
	persisted: boolean;
	bootstrapped: boolean;
	/** Everything up to the start of this connection has arrived. */
	caughtUp: boolean;
	lastSyncAt: number | null;
	signedOut: boolean;
	kept: { pages: number; of: number };
	updateReady: boolean;
	/** Pages whose texts have edits that are not on the server. */
	unsentPages: readonly string[];
	presence: Readonly<Record<string, readonly string[]>>;
	/** The copy is too old to be read until the server has been heard again. */
	leaseEnded: boolean;
	lateEdits: readonly LateEdit[];
	ended: Ending | null;
	/** How the server calls the workspace by now; null until something else than at the start is known. */
	name: string | null;
}

const atStart: SyncFacts = {
	// Nobody has tried yet: a tab that opens is no offline one.
	connection: 'connecting',
	persisted: false,
	bootstrapped: false,
	caughtUp: false,
	lastSyncAt: null,
	signedOut: false,
	kept: { pages: 0, of: 0 },
	updateReady: false,
	unsentPages: [],
	presence: {},
	leaseEnded: false,
	lateEdits: [],
	ended: null,
	name: null
};

/** The facts of one open workspace, reactive as a whole. */
export class SyncState {
	readonly changed = new Signal();
	#facts = atStart;

	get facts(): SyncFacts {
		this.changed.read();
		return this.#facts;
	}

	/** As `facts`, not reactive. */
	get now(): SyncFacts {
		return this.#facts;
	}

	/** Calls back once, when the workspace cannot stay open for this reason. */
	whenEnded(reason: Ending, listener: () => void): void {
		const stop = this.changed.listen(() => {
			if (this.#facts.ended !== reason) return;
			stop();
			listener();
		});
	}

	/** Resolves when the lease lets the copy be read: at once, or when the server is heard again. */
	whenReadable(): Promise<void> {
		return new Promise((resolve) => {
			let stop: () => void = () => undefined;
			const check = () => {
				if (this.#facts.leaseEnded) return;
				stop();
				resolve();
			};
			stop = this.changed.listen(check);
			check();
		});
	}

	set(news: Partial<SyncFacts>): void {
		this.#facts = { ...this.#facts, ...news };
		this.changed.notify();
	}
}

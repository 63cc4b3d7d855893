import { inBackground } from './in-background.ts';
import type { LocalStore } from './local-store.ts';
import type { PageStore } from './page-store.ts';
import type { SyncState } from './sync-state.ts';

/** Texts that were written here in a folder that was taken away: kept apart until each is dismissed. */
export class LateEdits {
	readonly #state: SyncState;
	readonly #store: LocalStore;
	readonly #pages: PageStore;

	constructor(state: SyncState, store: LocalStore, pages: PageStore) {
		this.#state = state;
		this.#store = store;
		this.#pages = pages;
	}

	/** Brings what the device holds into the state. */
	async read(): Promise<void> {
		const lateEdits = await this.#store.read(() => this.#pages.lateEdits());
		if (lateEdits) this.#state.set({ lateEdits });
	}

	dismiss(pageId: string): void {
		this.#state.set({ lateEdits: this.#state.now.lateEdits.filter((edit) => edit.pageId !== pageId) });
		inBackground(this.#pages.removeLateEdit(pageId));
	}
}

import type { Signal } from './signal.svelte.ts';
import type { OpenPage, PageState } from './workspace.ts';

/** Most pages that are sent at once. */
const mostAtOnce = 8;

export interface SenderDeps {
	/** Pages with edits that the server has not confirmed. */
	unsent(): Iterable<string>;
	/** Opens a page's document without saying that somebody looks at it. */
	openQuietly(pageId: string): Promise<OpenPage & { changed: Signal }>;
}

/**
 * Sends what was written on this device to pages that nobody has open: a page's document is opened
 * unseen until the server has everything, or has said why not. Runs in the tab that leads.
 */
export class PageSender {
	readonly #deps: SenderDeps;
	readonly #sending = new Set<string>();
	#stop: () => void = () => undefined;
	readonly #stopped = new Promise<void>((resolve) => (this.#stop = resolve));
	#ended = false;

	constructor(deps: SenderDeps) {
		this.#deps = deps;
	}

	/** Begins with every page that waits, as far as there is room. */
	send(): void {
		this.#sendAllBut(undefined);
	}

	#sendAllBut(done: string | undefined): void {
		for (const pageId of [...this.#deps.unsent()]) {
			if (this.#ended || this.#sending.size >= mostAtOnce) return;
			if (pageId !== done && !this.#sending.has(pageId)) void this.#sendOne(pageId);
		}
	}

	stop(): void {
		this.#ended = true;
		this.#stop();
	}

	async #sendOne(pageId: string): Promise<void> {
		this.#sending.add(pageId);
		const page = await this.#deps.openQuietly(pageId).catch(() => undefined);
		if (!page) return void this.#sending.delete(pageId);
		const sent = await Promise.race([settled(page), this.#stopped.then(() => false)]);
		page.close();
		this.#sending.delete(pageId);
		// What the server does not take now waits for the next connection, not for the next turn; and what
		// another tab still writes down waits for that tab to leave the page.
		if (sent) this.#sendAllBut(pageId);
	}
}

/** Whether the server has everything; false when it has said why it does not take it. */
function settled(page: OpenPage & { changed: Signal }): Promise<boolean> {
	return new Promise((resolve) => {
		let stop: () => void = () => undefined;
		const check = () => {
			const { state } = page;
			if (!state.saved && !isShut(state)) return;
			stop();
			resolve(state.saved);
		};
		stop = page.changed.listen(check);
		check();
	});
}

function isShut({ readOnly, refused }: PageState): boolean {
	return refused !== null || readOnly === 'lost' || readOnly === 'tooOld';
}

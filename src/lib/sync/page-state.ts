import { Signal } from './signal.svelte.ts';
import type { PageState } from './workspace.ts';

const atStart: PageState = {
	loaded: false,
	saved: true,
	stored: 'yes',
	connection: 'off',
	readOnly: null,
	refused: null,
	failing: false,
	putBack: 0
};

/** The state of one open page, reactive as a whole. */
export class PageFacts {
	readonly changed = new Signal();
	#state: PageState = atStart;

	get state(): PageState {
		this.changed.read();
		return this.#state;
	}

	/** As `state`, for decisions of the document itself: not reactive. */
	get now(): PageState {
		return this.#state;
	}

	set(news: Partial<PageState>): void {
		if (Object.entries(news).every(([key, value]) => this.#state[key as keyof PageState] === value)) return;
		this.#state = { ...this.#state, ...news };
		this.changed.notify();
	}
}

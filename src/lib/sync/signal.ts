import { createSubscriber } from 'svelte/reactivity';

/** Something that changes outside Svelte: `read` makes the running effect or derived depend on it. */
export class Signal {
	readonly #listeners = new Set<() => void>();

	readonly read: () => void = createSubscriber((update) => this.listen(update));

	/** Calls back at every change; returns the way to stop. */
	listen(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	notify(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}

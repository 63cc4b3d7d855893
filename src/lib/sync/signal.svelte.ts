/** Something that changes outside Svelte: `read` makes the running effect or derived depend on it. */
export class Signal {
	readonly #listeners = new Set<() => void>();
	#changes = 0;
	/** What readers depend on. A state and no subscriber: a derived may read it thousands of times. */
	#seen = $state.raw(0);

	readonly read = (): void => void this.#seen;

	/** Calls back at every change; returns the way to stop. */
	listen(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	notify(): void {
		this.#changes += 1;
		this.#seen = this.#changes;
		for (const listener of [...this.#listeners]) listener();
	}
}

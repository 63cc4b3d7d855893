/** A change that is made to whatever the settings are at its turn. */
export type SettingsChange<T> = (now: T) => T;

/**
 * Settings that show each change at once. They are saved one after the other, each on top of what the
 * server has by then; one that is not taken goes back alone.
 */
export class ShownSettings<T> {
	#kept: T;
	#waiting = $state.raw<readonly SettingsChange<T>[]>([]);
	#turn: Promise<unknown> = Promise.resolve();
	readonly #save: (settings: T) => Promise<T | undefined>;

	/** `kept` is what the server has; `save` answers what it has afterwards, nothing when it did not take it. */
	constructor(kept: T, save: (settings: T) => Promise<T | undefined>) {
		this.#kept = kept;
		this.#save = save;
	}

	get now(): T {
		return this.#waiting.reduce((now, change) => change(now), this.#kept);
	}

	/** Whether the server took it. */
	change(change: SettingsChange<T>): Promise<boolean> {
		this.#waiting = [...this.#waiting, change];
		const done = this.#turn.then(() => this.#send(change));
		this.#turn = done;
		return done;
	}

	async #send(change: SettingsChange<T>): Promise<boolean> {
		const saved = await this.#save(change(this.#kept));
		this.#kept = saved ?? this.#kept;
		this.#waiting = this.#waiting.filter((other) => other !== change);
		return saved !== undefined;
	}
}

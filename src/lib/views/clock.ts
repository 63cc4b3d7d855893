import { createSubscriber } from 'svelte/reactivity';

const stepMs = 30_000;

/** The time, reactive to half a minute: what "5 minutes ago" is counted from. */
export class Clock {
	readonly #tick = createSubscriber((update) => {
		const timer = setInterval(update, stepMs);
		return () => clearInterval(timer);
	});

	get now(): number {
		this.#tick();
		return Date.now();
	}
}

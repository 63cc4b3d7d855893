/** Lets through a burst, then a steady rate; for one socket. Times in milliseconds of a monotonic clock. */
export class TokenBucket {
	readonly #perMs: number;
	readonly #burst: number;
	#tokens: number;
	#at: number;

	constructor(perSecond: number, burst: number, now: number) {
		this.#perMs = perSecond / 1000;
		this.#burst = burst;
		this.#tokens = burst;
		this.#at = now;
	}

	/** Takes `count` tokens; false when there are not as many. */
	take(count: number, now: number): boolean {
		this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#at) * this.#perMs);
		this.#at = now;
		if (this.#tokens < count) return false;
		this.#tokens -= count;
		return true;
	}
}

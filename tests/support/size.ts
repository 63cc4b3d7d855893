/** How much a long test does: all of it in `npm test`, a sample when single files are run by hand. */
export function sized(sample: number, full: number): number {
	return process.env['RAPI_TESTS'] === 'full' ? full : sample;
}

/** A repeatable source of chance: the same seed gives the same numbers from 0 to 1 (mulberry32). */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Chance that repeats: the same seed, the same choices. */
export interface Random {
	/** A whole number below `bound`. */
	upTo(bound: number): number;
	pick<T>(from: readonly T[]): T;
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const upTo = (bound: number) => Math.floor(next() * bound);
	return { upTo, pick: (from) => from[upTo(from.length)] as never };
}

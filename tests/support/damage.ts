/** Damages a frame: bytes changed, cut out, doubled, put in, or two frames grown together. */
export function damage(frame: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
	const bytes = [...frame];
	const damages = 1 + Math.floor(random() * 3);
	for (let i = 0; i < damages; i++) {
		const at = Math.floor(random() * (bytes.length + 1));
		const chance = random();
		if (chance < 0.5) bytes[Math.min(at, bytes.length - 1)] = Math.floor(random() * 256);
		else if (chance < 0.65) bytes.splice(at, 1 + Math.floor(random() * 4));
		else if (chance < 0.8) bytes.splice(at, 0, ...varUint(Math.floor(2 ** (random() * 31))));
		else if (chance < 0.9) bytes.splice(at, 0, ...bytes.slice(at, at + 16));
		else bytes.splice(at, bytes.length, ...other.subarray(Math.floor(random() * other.length)));
	}
	return new Uint8Array(bytes);
}

/** lib0's variable length of a whole number. */
export function varUint(value: number): number[] {
	return value < 128 ? [value] : [(value & 127) | 128, ...varUint(value >>> 7)];
}

const oddities: readonly unknown[] = [
	...[null, true, -1, 0.5, 1e308, 2 ** 53, '', ' ', '\u0000', '\ud800', '../..', [], {}],
	...['__proto__', 'constructor', 'x'.repeat(5_000), { constructor: { prototype: { isAdmin: true } } }]
];

/**
 * Puts something odd in the place of one value of a JSON text, or beside it under another name. What
 * lies deeper is preferred: a frame that is wrong at its top is the least of dangers.
 */
export function damageJson(text: string, random: () => number): string {
	const value = JSON.parse(text) as Record<string, unknown>;
	let at = value;
	for (;;) {
		const below = Object.values(at).filter(isObject);
		const deeper = below[Math.floor(random() * below.length)];
		if (!deeper || random() > 0.8) break;
		at = deeper;
	}
	const keys = Object.keys(at);
	const key = keys[Math.floor(random() * keys.length)] ?? 'extra';
	const chance = random();
	if (chance < 0.15) delete at[key];
	else at[chance < 0.25 ? `${key}x` : key] = oddities[Math.floor(random() * oddities.length)];
	return JSON.stringify(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

import { generateKeyBetween } from 'fractional-indexing';
import { byOrder } from './outline.ts';

interface Ordered {
	id: string;
	orderKey: string;
}

/** A key after all siblings. */
export function keyAtEnd(siblings: readonly Ordered[]): string {
	return generateKeyBetween([...siblings].sort(byOrder).at(-1)?.orderKey ?? null, null);
}

/**
 * A key that puts a thing before or after one of its future siblings. `moving` itself does not
 * count as a neighbour; two siblings with equal keys are passed together.
 */
export function keyBeside(
	siblings: readonly Ordered[],
	neighbourId: string,
	side: 'before' | 'after',
	moving: string
): string {
	const others = [...siblings].sort(byOrder).filter(({ id }) => id !== moving);
	const keys = [...new Set(others.map(({ orderKey }) => orderKey))];
	const neighbour = others.find(({ id }) => id === neighbourId);
	if (!neighbour) return keyAtEnd(others);
	const at = keys.indexOf(neighbour.orderKey);
	return side === 'before'
		? generateKeyBetween(keys[at - 1] ?? null, keys[at] ?? null)
		: generateKeyBetween(keys[at] ?? null, keys[at + 1] ?? null);
}

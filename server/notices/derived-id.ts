import { createHash } from 'node:crypto';

/**
 * A UUID of version 8 (RFC 9562) that follows from what it is about: made again, after a crash or
 * by a second run, it is the same one.
 */
export function derivedId(...parts: readonly string[]): string {
	const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
	const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		variant + hex.slice(17, 20),
		hex.slice(20, 32)
	].join('-');
}

/** Whether two column values are alike: plain values by themselves, JSON by what it holds. */
export function equalValues(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const left = Object.entries(a);
	if (left.length !== Object.keys(b).length) return false;
	return left.every(([key, value]) => Object.hasOwn(b, key) && equalValues(value, b[key as keyof typeof b]));
}

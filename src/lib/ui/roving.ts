/** Moves along a list with the arrow keys, Home and End; the index to go to, or undefined. */
export function rovingIndex(
	key: string,
	at: number,
	length: number,
	axis: 'vertical' | 'horizontal' = 'vertical'
): number | undefined {
	const next = axis === 'vertical' ? 'ArrowDown' : 'ArrowRight';
	const back = axis === 'vertical' ? 'ArrowUp' : 'ArrowLeft';
	if (length === 0) return undefined;
	if (key === next) return (at + 1) % length;
	if (key === back) return (at - 1 + length) % length;
	if (key === 'Home') return 0;
	if (key === 'End') return length - 1;
	return undefined;
}

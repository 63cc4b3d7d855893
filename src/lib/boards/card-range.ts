/** The cards of which a part lies between two heights. `tops` holds where each begins and the last ends. */
export function cardsInView(
	tops: readonly number[],
	above: number,
	below: number
): { from: number; to: number } {
	const count = tops.length - 1;
	const from = Math.max(0, firstBeyond(tops, above) - 1);
	const to = Math.min(count, firstBeyond(tops, below));
	return { from: Math.min(from, count), to };
}

/** Before which card something at this height goes: the middle of a card divides. */
export function indexAtHeight(tops: readonly number[], y: number): number {
	const at = Math.max(0, firstBeyond(tops, y) - 1);
	const count = tops.length - 1;
	if (at >= count) return count;
	return y < ((tops[at] ?? 0) + (tops[at + 1] ?? 0)) / 2 ? at : at + 1;
}

/** The first index whose top lies beyond a height; binary search. */
function firstBeyond(tops: readonly number[], height: number): number {
	let low = 0;
	let high = tops.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((tops[middle] ?? 0) > height) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** How near to an edge dragging begins to scroll, in px. */
const edge = 48;
/** Fastest, in px per frame. */
const fastest = 14;

/** How far to scroll in one frame, for a pointer at `at` between two edges; 0 away from them. */
export function edgeStep(at: number, from: number, to: number): number {
	if (at < from + edge) return -pace(from + edge - at);
	if (at > to - edge) return pace(at - (to - edge));
	return 0;
}

function pace(depth: number): number {
	return Math.ceil((Math.min(depth, edge) / edge) * fastest);
}

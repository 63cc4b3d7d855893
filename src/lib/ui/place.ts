export interface Placement {
	side?: 'below' | 'above' | 'right';
	align?: 'start' | 'end' | 'center';
	gap?: number;
}

/** A box in the window: an element's rectangle, or the point of a right click. */
export interface Anchor {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const edge = 8;

/**
 * Puts a fixed element beside an anchor: on the wished side where it fits, else on the other,
 * and never over the edge of the window.
 */
export function place(floating: HTMLElement, anchor: Anchor, wish: Placement = {}): void {
	const { side = 'below', align = 'start', gap = 4 } = wish;
	const { offsetWidth: width, offsetHeight: height } = floating;
	const left = side === 'right' ? beside(anchor, width, gap) : aligned(anchor, width, align);
	const top = side === 'right' ? anchor.top : stacked(anchor, height, side, gap);
	floating.style.left = `${clamp(left, width, innerWidth)}px`;
	floating.style.top = `${clamp(top, height, innerHeight)}px`;
}

function beside(anchor: Anchor, width: number, gap: number): number {
	const right = anchor.right + gap;
	return right + width + edge <= innerWidth ? right : anchor.left - gap - width;
}

function aligned(anchor: Anchor, width: number, align: 'start' | 'end' | 'center'): number {
	if (align === 'start') return anchor.left;
	if (align === 'end') return anchor.right - width;
	return (anchor.left + anchor.right - width) / 2;
}

function stacked(anchor: Anchor, height: number, side: 'below' | 'above', gap: number): number {
	const below = anchor.bottom + gap;
	const above = anchor.top - gap - height;
	const fitsBelow = below + height + edge <= innerHeight;
	const fitsAbove = above >= edge;
	if (side === 'below') return fitsBelow || !fitsAbove ? below : above;
	return fitsAbove || !fitsBelow ? above : below;
}

function clamp(at: number, size: number, room: number): number {
	return Math.max(edge, Math.min(at, room - size - edge));
}

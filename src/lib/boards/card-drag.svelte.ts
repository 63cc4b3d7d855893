import type { CardPlace } from './card-place.ts';

const mousePx = 4;
const touchPx = 8;
const holdMs = 300;
const buzzMs = 10;

/** A card that is being moved, perhaps with others that were chosen with it. */
export interface Lift {
	id: string;
	ids: ReadonlySet<string>;
	by: 'mouse' | 'touch' | 'keys';
	from: CardPlace;
	place: CardPlace;
	/** Size of the card that was taken, in px. */
	width: number;
	height: number;
}

/** What the drag needs of the board. */
export interface DragBoard {
	movingWith(id: string): ReadonlySet<string>;
	placeOf(id: string): CardPlace | undefined;
	/** The place under a point of the window; undefined where nothing can be dropped. */
	aim(x: number, y: number): CardPlace | undefined;
	step(place: CardPlace, key: string): CardPlace;
	scrollEdges(x: number, y: number): void;
	lifted(lift: Lift): void;
	stepped(lift: Lift): void;
	dropped(lift: Lift): void;
	returned(lift: Lift): void;
}

interface Press {
	id: string;
	card: HTMLElement;
	pointerId: number;
	x: number;
	y: number;
	hold: ReturnType<typeof setTimeout> | undefined;
}

/**
 * Moving a card: a mouse lifts it after 4 px, a finger after 300 ms within 8 px (moving before is a
 * scroll), Space by keyboard. Esc returns it, and the click that follows a drag is swallowed.
 */
export class CardDrag {
	lift = $state.raw<Lift>();
	/** Where the corner of the carried card is drawn. */
	corner = $state.raw({ x: 0, y: 0 });
	#press: Press | undefined;
	#grip = { x: 0, y: 0 };
	#pointer = { x: 0, y: 0 };
	#frame = 0;
	#swallow = false;
	readonly #board: DragBoard;

	constructor(board: DragBoard) {
		this.#board = board;
	}

	press(event: PointerEvent, id: string, card: HTMLElement): void {
		this.#swallow = false;
		if (event.button !== 0 || !event.isPrimary || this.lift) return;
		const touch = event.pointerType !== 'mouse';
		const hold = touch ? setTimeout(() => this.#take('touch'), holdMs) : undefined;
		const { pointerId, clientX: x, clientY: y } = event;
		this.#pointer = { x, y };
		this.#press = { id, card, pointerId, x, y, hold };
	}

	move(event: PointerEvent): void {
		const press = this.#press;
		if (!press || event.pointerId !== press.pointerId) return;
		this.#pointer = { x: event.clientX, y: event.clientY };
		const far = Math.hypot(event.clientX - press.x, event.clientY - press.y);
		if (!this.lift && press.hold === undefined && far >= mousePx) this.#take('mouse');
		else if (!this.lift && far > touchPx) this.#forget();
		if (this.lift) this.#follow();
	}

	release(event: PointerEvent): void {
		if (event.pointerId !== this.#press?.pointerId) return;
		this.#swallow = this.lift !== undefined;
		this.drop();
	}

	/** The browser took the pointer for something of its own, such as a scroll. */
	lose(event: PointerEvent): void {
		if (event.pointerId !== this.#press?.pointerId) return;
		if (this.lift) this.cancel();
		else this.#forget();
	}

	/** Whether a touch is carrying a card, so that the page must not scroll under it. */
	get carries(): boolean {
		return this.lift?.by === 'touch';
	}

	/** Swallows the click that the browser makes of a drag. */
	click(event: MouseEvent): void {
		if (!this.#swallow) return;
		this.#swallow = false;
		event.preventDefault();
		event.stopPropagation();
	}

	liftByKeys(id: string, card: HTMLElement): void {
		this.#begin(id, card, 'keys');
	}

	step(key: string): void {
		if (!this.lift) return;
		this.lift = { ...this.lift, place: this.#board.step(this.lift.place, key) };
		this.#board.stepped(this.lift);
	}

	drop(): void {
		const lift = this.#end();
		if (lift) this.#board.dropped(lift);
	}

	cancel(): void {
		const carried = this.#press !== undefined;
		const lift = this.#end();
		if (!lift) return;
		this.#swallow = carried;
		this.#board.returned(lift);
	}

	#take(by: 'mouse' | 'touch'): void {
		const press = this.#press;
		if (!press) return;
		const box = press.card.getBoundingClientRect();
		this.#grip = { x: press.x - box.left, y: press.y - box.top };
		// Events go on coming also when the card is drawn elsewhere.
		press.card.closest('[data-columns]')?.setPointerCapture(press.pointerId);
		if (by === 'touch') navigator.vibrate?.(buzzMs);
		this.#begin(press.id, press.card, by);
		if (!this.lift) return;
		this.#follow();
		this.#frame = requestAnimationFrame(() => this.#scroll());
	}

	#begin(id: string, card: HTMLElement, by: Lift['by']): void {
		const from = this.#board.placeOf(id);
		if (!from) return;
		const { width, height } = card.getBoundingClientRect();
		this.lift = { id, ids: this.#board.movingWith(id), by, from, place: from, width, height };
		this.#board.lifted(this.lift);
	}

	#follow(): void {
		const { x, y } = this.#pointer;
		this.corner = { x: x - this.#grip.x, y: y - this.#grip.y };
		const place = this.#board.aim(x, y);
		const now = this.lift?.place;
		if (!this.lift || !place || (place.columnId === now?.columnId && place.index === now.index)) return;
		this.lift = { ...this.lift, place };
	}

	#scroll(): void {
		if (!this.lift) return;
		this.#board.scrollEdges(this.#pointer.x, this.#pointer.y);
		this.#follow();
		this.#frame = requestAnimationFrame(() => this.#scroll());
	}

	#end(): Lift | undefined {
		const { lift } = this;
		this.#forget();
		cancelAnimationFrame(this.#frame);
		this.lift = undefined;
		return lift;
	}

	#forget(): void {
		clearTimeout(this.#press?.hold);
		this.#press = undefined;
	}
}

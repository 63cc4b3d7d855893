import type { Attachment } from 'svelte/attachments';
import { cardsInView, indexAtHeight } from './card-range.ts';

/** Space between two cards in px; part of every card's height here. */
export const cardGap = 8;
/** The list's own padding above its first card, in px. */
const listPadding = 4;
/** How far beyond what is seen cards are drawn, in px. */
const margin = 200;
const firstGuess = 92;

/** Heights of a board's cards as they were last seen, and a guess for those that were not. */
export class CardHeights {
	readonly #heights = new Map<string, number>();
	#sum = 0;

	of(id: string): number {
		const seen = this.#heights.size;
		return this.#heights.get(id) ?? (seen === 0 ? firstGuess : this.#sum / seen);
	}

	/** Whether it differs from what was known. */
	note(id: string, height: number): boolean {
		const before = this.#heights.get(id);
		if (before === height) return false;
		this.#sum += height - (before ?? 0);
		this.#heights.set(id, height);
		return true;
	}
}

/** Which cards of a column are drawn: those near what is seen. A board of thousands stays light. */
export class CardWindow {
	#list: HTMLElement | undefined;
	#sizes: ResizeObserver | undefined;
	#top = $state(0);
	#height = $state(innerHeight);
	/** Whether the column is near the part of the board that is seen. */
	#near = $state(true);
	#measured = $state(0);
	readonly #cards = new WeakMap<Element, string>();
	readonly #ids: () => readonly string[];
	readonly #heights: CardHeights;

	/** Where each card begins in px, and at the end where the last one ends. */
	readonly tops: readonly number[] = $derived.by(() => {
		const tops = [0];
		if (this.#measured < 0) return tops;
		for (const id of this.#ids()) tops.push((tops.at(-1) ?? 0) + this.#heights.of(id));
		return tops;
	});
	readonly range = $derived(
		this.#near
			? cardsInView(this.tops, this.#top - margin, this.#top + this.#height + margin)
			: { from: 0, to: 0 }
	);

	constructor(ids: () => readonly string[], heights: CardHeights) {
		this.#ids = ids;
		this.#heights = heights;
	}

	/** Empty space in place of the cards above and below those that are drawn, in px. */
	get space(): { before: number; after: number } {
		const { from, to } = this.range;
		const total = this.tops.at(-1) ?? 0;
		return { before: this.tops[from] ?? 0, after: total - (this.tops[to] ?? total) };
	}

	get list(): HTMLElement | undefined {
		return this.#list;
	}

	/** Watches the list that holds the cards. */
	readonly watch: Attachment<HTMLElement> = (list) => {
		this.#list = list;
		const scrolled = () => (this.#top = list.scrollTop);
		const sizes = new ResizeObserver((entries) => this.#resized(list, entries));
		const sight = new IntersectionObserver(
			(entries) => (this.#near = entries.at(-1)?.isIntersecting ?? true),
			{ root: list.closest('[data-columns]'), rootMargin: '0px 320px' }
		);
		this.#sizes = sizes;
		list.addEventListener('scroll', scrolled, { passive: true });
		sizes.observe(list);
		sight.observe(list.parentElement ?? list);
		return () => {
			list.removeEventListener('scroll', scrolled);
			sizes.disconnect();
			sight.disconnect();
			this.#list = undefined;
		};
	};

	/** Keeps the height of one drawn card. */
	measure(id: string): Attachment<HTMLElement> {
		return (card) => {
			this.#cards.set(card, id);
			this.#sizes?.observe(card);
			return () => this.#sizes?.unobserve(card);
		};
	}

	/** The index at which something dropped at this height of the window would stand. */
	indexAt(clientY: number): number {
		if (!this.#list) return 0;
		const y = clientY - this.#list.getBoundingClientRect().top + this.#list.scrollTop - listPadding;
		return indexAtHeight(this.tops, y);
	}

	/** Scrolls so that a place is seen, and draws what is there. */
	reveal(index: number): void {
		const list = this.#list;
		if (!list) return;
		this.#near = true;
		const top = this.tops[index] ?? this.tops.at(-1) ?? 0;
		const bottom = this.tops[index + 1] ?? top + firstGuess;
		if (top < list.scrollTop) list.scrollTop = top;
		else if (bottom > list.scrollTop + list.clientHeight - cardGap)
			list.scrollTop = bottom - list.clientHeight + 2 * cardGap;
		this.#top = list.scrollTop;
	}

	#resized(list: HTMLElement, entries: readonly ResizeObserverEntry[]): void {
		let changed = false;
		for (const { target } of entries) {
			const id = this.#cards.get(target);
			if (target === list) this.#height = list.clientHeight;
			else if (id !== undefined && target.clientHeight > 0)
				changed = this.#heights.note(id, target.getBoundingClientRect().height + cardGap) || changed;
		}
		if (changed) this.#measured += 1;
	}
}

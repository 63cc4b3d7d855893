import { tick } from 'svelte';
import { watchFocus } from '../ui/watch-focus.ts';
import type { CardLane } from './card-place.ts';
import { walk } from './card-place.ts';
import type { CardWindow } from './card-window.svelte.ts';

/** Which card the keys of a board are about: one stop of Tab, kept through moves and undo. */
export class CardFocus {
	id = $state<string>();
	/** Whether the focus was last on a card, and nobody has put it elsewhere since. */
	#held = false;
	#last: { columnId: string; index: number } | undefined;
	/** The card that Tab comes to: the last one, or the first that is drawn. */
	readonly stop: string | undefined = $derived.by(() => {
		const lanes = this.#lanes();
		const lane =
			lanes.find(({ ids }) => this.id !== undefined && ids.includes(this.id)) ??
			lanes.find(({ ids }) => ids.length > 0);
		if (!lane) return undefined;
		const { from, to } = this.#window(lane.columnId)?.range ?? { from: 0, to: lane.ids.length };
		const at = lane.ids.indexOf(this.id ?? '');
		return at >= from && at < to ? this.id : lane.ids[from];
	});
	readonly #lanes: () => readonly CardLane[];
	readonly #window: (columnId: string) => CardWindow | undefined;

	constructor(lanes: () => readonly CardLane[], window: (columnId: string) => CardWindow | undefined) {
		this.#lanes = lanes;
		this.#window = window;
	}

	/** The focus has moved to something of the page. */
	moved(target: EventTarget | null): void {
		const id = target instanceof HTMLElement ? cardIdOf(target) : undefined;
		this.#held = id !== undefined;
		if (id !== undefined) this.id = id;
	}

	/** Whoever presses beside the cards lets go of them. */
	release(): void {
		this.#held = false;
	}

	walk(key: string): void {
		const to = this.id && walk(this.#lanes(), this.id, key);
		if (to) void this.go(to);
	}

	/** Puts the focus onto a card, wherever it is now. */
	async go(id: string): Promise<void> {
		this.id = id;
		this.#held = true;
		const lane = this.#lanes().find(({ ids }) => ids.includes(id));
		if (!lane) return;
		this.#window(lane.columnId)?.reveal(lane.ids.indexOf(id));
		await tick();
		cardElement(id)?.querySelector('a')?.focus();
	}

	/** Follows a card once its move is written down, unless somebody has put the focus elsewhere meanwhile. */
	async follow(id: string, moving: Promise<unknown>): Promise<void> {
		// What lay over the board goes first, and gives the focus back.
		await tick();
		const unmoved = watchFocus();
		await moving;
		if (unmoved()) await this.go(id);
	}

	/** After every change of the cards: what had the focus keeps it, or its neighbour gets it. */
	keep(): void {
		const lanes = this.#lanes();
		if (this.id === undefined) return;
		const lane = lanes.find(({ ids }) => ids.includes(this.id ?? ''));
		if (lane) this.#last = { columnId: lane.columnId, index: lane.ids.indexOf(this.id) };
		if (!this.#held || document.activeElement !== document.body) return;
		const left = lanes.find(({ columnId }) => columnId === this.#last?.columnId);
		const heir = lane ? this.id : left?.ids[Math.min(this.#last?.index ?? 0, left.ids.length - 1)];
		if (heir) void this.go(heir);
	}
}

export function cardIdOf(element: Element): string | undefined {
	return element.closest<HTMLElement>('[data-card]')?.dataset['card'];
}

export function cardElement(id: string): HTMLElement | null {
	return document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
}

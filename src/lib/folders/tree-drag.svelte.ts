import { dropOn, type Drop, type TreeRow } from './tree-rows.ts';

const liftPx = 4;

/**
 * Dragging lines of the tree with the mouse: lifts after 4 px, shows where it would land, Esc puts
 * it back. Fingers use the menu.
 */
export class TreeDrag {
	moving = $state<TreeRow>();
	over = $state<string>();
	drop = $state<Drop>();
	#start: { row: TreeRow; x: number; y: number } | undefined;
	#justDropped = false;
	readonly #rows: () => readonly TreeRow[];
	readonly #done: (row: TreeRow, drop: Drop) => void;

	constructor(rows: () => readonly TreeRow[], done: (row: TreeRow, drop: Drop) => void) {
		this.#rows = rows;
		this.#done = done;
	}

	press(event: PointerEvent, row: TreeRow): void {
		if (event.pointerType !== 'mouse' || event.button !== 0) return;
		this.#start = { row, x: event.clientX, y: event.clientY };
	}

	move(event: PointerEvent): void {
		if (!this.#start) return;
		const far = Math.hypot(event.clientX - this.#start.x, event.clientY - this.#start.y) >= liftPx;
		if (!this.moving && far) this.moving = this.#start.row;
		if (this.moving) this.#aim(this.moving, event);
	}

	release(): void {
		const { moving, drop } = this;
		this.#justDropped = moving !== undefined;
		this.cancel();
		if (moving && drop) this.#done(moving, drop);
	}

	cancel(): void {
		this.#start = undefined;
		this.moving = undefined;
		this.over = undefined;
		this.drop = undefined;
	}

	/** Swallows the click that the browser makes of a drag. */
	click(event: MouseEvent): void {
		if (this.#justDropped) event.preventDefault();
		this.#justDropped = false;
	}

	#aim(moving: TreeRow, event: PointerEvent): void {
		const line = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row]');
		const row = this.#rows().find(({ id }) => id === line?.dataset['row']);
		const box = line?.getBoundingClientRect();
		this.over = row?.id;
		this.drop =
			row && box ? dropOn(this.#rows(), moving, row, (event.clientY - box.top) / box.height) : undefined;
	}
}

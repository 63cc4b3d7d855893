import { SvelteSet } from 'svelte/reactivity';
import { boardsToWriteOn } from '../tasks/views/quick-boards.ts';
import type { MenuEntry } from '../ui/menu.ts';
import type { Anchor } from '../ui/place.ts';
import { watchFocus } from '../ui/watch-focus.ts';
import { CardActs, type BoardSurroundings } from './card-acts.ts';
import { CardDrag, type DragBoard, type Lift } from './card-drag.svelte.ts';
import { cardElement, CardFocus } from './card-focus.svelte.ts';
import type { CardFactName } from './card-keys.ts';
import { stepPlace, type CardLane, type CardPlace } from './card-place.ts';
import { CardHeights, CardWindow } from './card-window.svelte.ts';
import { edgeStep } from './edge-scroll.ts';
import { FoldedColumns } from './folded-columns.svelte.ts';

const unfoldMs = 500;

/** A dialog of the board that is open. */
export type BoardDialog =
	| { kind: 'move'; ids: ReadonlySet<string> }
	| { kind: 'moveAway'; ids: ReadonlySet<string> }
	| { kind: 'column'; columnId: string | undefined; before: string | null };

/** What somebody does on one board: the card in focus, the chosen ones, the one that is carried. */
export class BoardWork implements DragBoard {
	readonly acts: CardActs;
	readonly drag: CardDrag = new CardDrag(this);
	readonly focus: CardFocus;
	readonly folded: FoldedColumns;
	readonly selected = new SvelteSet<string>();
	dialog = $state.raw<BoardDialog>();
	/** The column in which a new task is being typed. */
	composing = $state<string>();
	/** Opens the board's one menu at a place, and gives the focus back afterwards. */
	openMenu: (entries: readonly MenuEntry[], anchor: Anchor, focusBack: HTMLElement | null) => void = () =>
		undefined;
	/** Opens beside a card what changes one of its facts. */
	openFact: (id: string, fact: CardFactName) => void = () => undefined;
	readonly #allLanes: readonly CardLane[] = $derived.by(() => this.lanes());
	readonly #here: ReadonlySet<string> = $derived(new Set(this.#allLanes.flatMap(({ ids }) => ids)));
	readonly #around: BoardSurroundings;
	readonly #heights = new CardHeights();
	readonly #windows = new Map<string, CardWindow>();
	#told: string | undefined;
	#unfolding: { columnId: string; since: number } | undefined;

	constructor(around: BoardSurroundings) {
		this.#around = around;
		this.acts = new CardActs(around);
		this.focus = new CardFocus(
			() => this.#allLanes,
			(columnId) => this.#windows.get(columnId)
		);
		this.folded = new FoldedColumns(around.workspace.me.id);
	}

	/** Whether there is another board that this person may put tasks on. */
	get hasOtherBoard(): boolean {
		const { workspace, board } = this.#around;
		return boardsToWriteOn(workspace).some(({ id }) => id !== board().id);
	}

	/** The columns as cards move through them; `without` are those that are being carried. */
	lanes(without?: ReadonlySet<string>): CardLane[] {
		return this.#around.columns().map(({ column, tasks }) => ({
			columnId: column.id,
			ids: tasks.map(({ id }) => id).filter((id) => !without?.has(id))
		}));
	}

	/** The window of a column; made with the column's component, which says which cards stand in it. */
	addWindow(columnId: string, ids: () => readonly string[]): CardWindow {
		const made = new CardWindow(ids, this.#heights);
		this.#windows.set(columnId, made);
		return made;
	}

	/** The cards that an act on this one is about: all chosen ones when it is among them. */
	movingWith(id: string): ReadonlySet<string> {
		return this.selected.has(id) ? new Set(this.selected) : new Set([id]);
	}

	toggleSelected(id: string): void {
		if (!this.selected.delete(id)) this.selected.add(id);
		const words = this.#around.language.words.boards;
		this.#around.announcer.say(words.selectedCount({ count: this.selected.size }));
	}

	/** Takes cards out of the choice that are no longer on the board. */
	forgetGone(): void {
		for (const id of this.selected) if (!this.#here.has(id)) this.selected.delete(id);
		if (this.drag.lift && !this.#here.has(this.drag.lift.id)) this.drag.cancel();
	}

	/** Shift with an arrow: one place up or down, or to the neighbour column. */
	async shift(id: string, key: string): Promise<void> {
		const ids = this.movingWith(id);
		const from = this.placeOf(id);
		if (!from) return;
		const place = this.step(from, key, ids);
		if (place.columnId === from.columnId && place.index === from.index) return;
		await this.focus.follow(id, this.acts.move(ids, place));
	}

	placeOf(id: string): CardPlace | undefined {
		const moving = this.movingWith(id);
		for (const { columnId, ids } of this.lanes()) {
			const at = ids.indexOf(id);
			if (at >= 0) return { columnId, index: ids.slice(0, at).filter((each) => !moving.has(each)).length };
		}
		return undefined;
	}

	step(place: CardPlace, key: string, moving = this.drag.lift?.ids): CardPlace {
		return stepPlace(this.lanes(moving), place, key);
	}

	aim(x: number, y: number): CardPlace | undefined {
		const under = document.elementFromPoint(x, y);
		const cell = under?.closest<HTMLElement>('[data-drop]')?.dataset['drop'];
		if (cell) return { columnId: cell, index: 0 };
		const columnId = under?.closest<HTMLElement>('[data-column]')?.dataset['column'];
		if (!columnId) return undefined;
		this.#unfoldUnder(columnId);
		const window = this.#windows.get(columnId);
		return { columnId, index: this.folded.has(columnId) ? 0 : (window?.indexAt(y) ?? 0) };
	}

	#unfoldUnder(columnId: string): void {
		if (!this.folded.has(columnId)) this.#unfolding = undefined;
		else if (this.#unfolding?.columnId !== columnId) this.#unfolding = { columnId, since: performance.now() };
		else if (performance.now() - this.#unfolding.since > unfoldMs) this.folded.set(columnId, false);
	}

	scrollEdges(x: number, y: number): void {
		const columns = document.querySelector('[data-columns]');
		const list = document.elementFromPoint(x, y)?.closest('[data-column]')?.querySelector('ul');
		if (columns) {
			const { left, right } = columns.getBoundingClientRect();
			columns.scrollLeft += edgeStep(x, left, right);
		}
		if (list) {
			const { top, bottom } = list.getBoundingClientRect();
			list.scrollTop += edgeStep(y, top, bottom);
		}
	}

	lifted({ by }: Lift): void {
		const { announcer, language } = this.#around;
		this.#told = undefined;
		if (by === 'keys') announcer.say(language.words.boards.lifted);
	}

	stepped({ place, ids }: Lift): void {
		const { announcer, language } = this.#around;
		this.#windows.get(place.columnId)?.reveal(place.index);
		document
			.querySelector(`[data-column="${place.columnId}"]`)
			?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
		const where = { column: this.acts.columnName(place.columnId), position: place.index + 1 };
		announcer.say(language.words.boards.wouldBe({ ...where, of: this.acts.countWith(place.columnId, ids) }));
	}

	dropped({ id, ids, from, place, by }: Lift): void {
		const unmoved = watchFocus();
		void this.acts.drop(id, ids, from, place).then(() => {
			const asked = this.#around.frame.overlay !== undefined;
			if (by === 'keys' && !asked && unmoved()) void this.focus.go(id);
		});
	}

	returned({ from }: Lift): void {
		const { announcer, language } = this.#around;
		announcer.say(language.words.boards.returned({ column: this.acts.columnName(from.columnId) }));
	}

	/** Tells once when somebody else moves the card that is being carried here. */
	tellContest(): void {
		const { lift } = this.drag;
		const task = lift && this.#around.workspace.records.get('tasks', lift.id);
		if (!task || task.columnId === lift.from.columnId || this.#told === task.columnId) return;
		this.#told = task.columnId;
		this.#around.toasts.show(this.acts.movedByOther(task));
	}

	/** The menu of a card, beside the control or card that it was asked at. */
	openMenuAt(id: string, entries: readonly MenuEntry[], anchor?: HTMLElement): void {
		const card = cardElement(id);
		const box = (anchor ?? card)?.getBoundingClientRect();
		if (box) this.openMenu(entries, box, card?.querySelector('a') ?? null);
	}
}

import type { MenuEntry } from '../ui/menu.ts';
import type { BoardWork } from './board-work.svelte.ts';
import { cardElement } from './card-focus.svelte.ts';

/** What keys on a card need beside the board's work. */
export interface CardKeyContext {
	work: BoardWork;
	/** Whether this person may change the board. */
	writes: boolean;
	/** Whether single letters do something (a setting). */
	letters: boolean;
	menu: (id: string) => readonly MenuEntry[];
	statuses: (id: string) => readonly MenuEntry[];
	/** Opens the field for a new task. */
	compose: () => void;
}

/** What a letter on a card changes beside it. */
export type CardFactName = 'assignees' | 'dueOn' | 'priority' | 'labels' | 'blocker';

const facts: Readonly<Record<string, CardFactName>> = {
	a: 'assignees',
	d: 'dueOn',
	p: 'priority',
	l: 'labels',
	b: 'blocker'
};
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** A key pressed while a card has the focus. */
export function cardKey(event: KeyboardEvent, id: string, context: CardKeyContext): void {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
	if (!handle(event, id, context)) return;
	event.preventDefault();
	event.stopPropagation();
}

function handle(event: KeyboardEvent, id: string, context: CardKeyContext): boolean {
	const { work, writes } = context;
	const { key, shiftKey } = event;
	if (work.drag.lift) return carry(key, work);
	if (arrows.includes(key) && shiftKey) return writes && done(void work.shift(id, key));
	if (arrows.includes(key) || key === 'Home' || key === 'End') return done(work.focus.walk(key));
	if (key === 'Escape' && work.selected.size > 0) return done(work.selected.clear());
	const letters = context.letters && !shiftKey;
	if (letters && key === 'f') return done(void work.acts.follow(work.movingWith(id)));
	if (!writes) return false;
	if (key === 'ContextMenu' || (key === 'F10' && shiftKey))
		return done(work.openMenuAt(id, context.menu(id)));
	if (key === ' ') return done(liftCard(id, work));
	if (key === 'Delete') return done(void work.acts.trash(work.movingWith(id)));
	return letters && letter(key, id, context);
}

function letter(key: string, id: string, { work, statuses, compose }: CardKeyContext): boolean {
	if (key === 'c') return done(compose());
	if (key === 's') return done(work.openMenuAt(id, statuses(id)));
	if (key === 'i') return done(void work.acts.assignMe(work.movingWith(id)));
	if (key === 'x') return done(work.toggleSelected(id));
	const fact = facts[key];
	if (fact) return done(work.openFact(id, fact));
	return false;
}

/** While a card is lifted by keys, everything else waits. */
function carry(key: string, { drag }: BoardWork): boolean {
	if (arrows.includes(key) || key === 'Home' || key === 'End') drag.step(key);
	else if (key === ' ' || key === 'Enter') drag.drop();
	else if (key === 'Escape' || key === 'Tab') drag.cancel();
	return key !== 'Tab';
}

function liftCard(id: string, { drag }: BoardWork): void {
	const card = cardElement(id);
	if (card) drag.liftByKeys(id, card);
}

function done(_did: void): boolean {
	return true;
}

import type { Words } from '../../i18n/en.ts';
import type { KeyGroup } from '../../views/frame.svelte.ts';

export type ListAct =
	| { act: 'move'; step: 1 | -1; extend: boolean }
	| { act: 'first' | 'last' | 'open' | 'clear' | 'toggle' | 'edit' | 'all' };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const named: Record<string, Exclude<ListAct['act'], 'move'>> = {
	Home: 'first',
	End: 'last',
	Enter: 'open',
	Escape: 'clear',
	F2: 'edit'
};

/** What a key means on a row of the list; undefined when it is nothing to the list. */
export function listActOf(event: Pressed, letters: boolean): ListAct | undefined {
	const { key, shiftKey: extend } = event;
	if (event.altKey) return undefined;
	const letter = key.length === 1 ? key.toLowerCase() : '';
	if (event.ctrlKey || event.metaKey) return letter === 'a' ? { act: 'all' } : undefined;
	if (key === 'ArrowDown' || (letters && letter === 'j')) return { act: 'move', step: 1, extend };
	if (key === 'ArrowUp' || (letters && letter === 'k')) return { act: 'move', step: -1, extend };
	if (letters && letter === 'x') return { act: 'toggle' };
	const act = named[key];
	return act && { act };
}

/** The keys of a row of the list, as the help names them. */
export function listKeyRows({ taskViews, boards }: Words, writes: boolean): KeyGroup {
	const { keys } = taskViews.list;
	const reading = [
		{ label: keys.move, keys: 'J K' },
		{ label: keys.move, keys: '↓ ↑' },
		{ label: keys.ends, keys: 'Home End' },
		{ label: keys.open, keys: 'Enter' }
	];
	const writing = [
		{ label: keys.edit, keys: 'F2' },
		{ label: keys.select, keys: 'X' },
		{ label: keys.extend, keys: 'Shift ↓ ↑' },
		{ label: keys.all, keys: 'Ctrl A' },
		{ label: boards.clearSelection, keys: 'Esc' }
	];
	return { title: keys.title, rows: writes ? [...reading, ...writing] : reading };
}

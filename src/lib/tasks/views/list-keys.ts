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

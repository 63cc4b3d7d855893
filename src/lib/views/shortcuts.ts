/** A thing that can be done from anywhere: by key, from the palette, named in the help. */
export interface AppCommand {
	id: string;
	label: string;
	/** As shown: "Ctrl K", "G H", "?". */
	keys?: string;
	run: () => void;
}

const sequenceMs = 1_200;

/**
 * A listener for the window's keys: chords at any time, single letters and sequences only while
 * no field has the focus and `letters()` allows them (WCAG 2.1.4).
 * Undo inside a field or a page belongs to what is written there; in an empty field that adds things
 * (`data-adds`), to what was added last.
 */
export function shortcutListener(
	commands: () => readonly AppCommand[],
	letters: () => boolean
): (event: KeyboardEvent) => void {
	let first: { key: string; at: number } | undefined;
	return (event) => {
		if (event.defaultPrevented || event.isComposing) return;
		const chord = event.ctrlKey || event.metaKey;
		if (!chord && (event.altKey || isWriting(event.target) || !letters())) return;
		const pressed = keysOf(event);
		if (pressed.endsWith(' Z') && isWriting(event.target) && !isEmptied(event.target)) return;
		const sequence = first && event.timeStamp - first.at < sequenceMs ? `${first.key} ${pressed}` : undefined;
		first = undefined;
		const command =
			(sequence && commands().find(({ keys }) => keys === sequence)) ??
			commands().find(({ keys }) => keys === pressed);
		if (command) {
			event.preventDefault();
			command.run();
		} else if (!chord && commands().some(({ keys }) => keys?.startsWith(`${pressed} `))) {
			first = { key: pressed, at: event.timeStamp };
		}
	};
}

function keysOf(event: KeyboardEvent): string {
	const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
	if (!event.ctrlKey && !event.metaKey) return key;
	return ['Ctrl', ...(event.shiftKey ? ['Shift'] : []), key].join(' ');
}

function isWriting(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement &&
		(target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
	);
}

function isEmptied(target: EventTarget | null): boolean {
	return target instanceof Element && target.matches('[data-adds]:placeholder-shown');
}

import { getContext, setContext, untrack } from 'svelte';

const key = Symbol('announcer');

/**
 * The two live regions of the app: `polite` for what happened, `assertive` for what must not wait.
 * An effect that speaks does not follow what is said: it would start itself again.
 */
export class Announcer {
	polite = $state('');
	assertive = $state('');

	/** Says it after what is being read. The same words twice are still said twice. */
	say(text: string): void {
		this.polite = toggled(
			untrack(() => this.polite),
			text
		);
	}

	/** Interrupts: not saved, access changed. */
	warn(text: string): void {
		this.assertive = toggled(
			untrack(() => this.assertive),
			text
		);
	}
}

/** Screen readers speak only changes: a trailing no-break space makes the same text a change. */
function toggled(before: string, text: string): string {
	return before === text ? `${text}\u00A0` : text;
}

export function provideAnnouncer(announcer: Announcer): void {
	setContext(key, announcer);
}

/** Call while a component is being made. */
export function useAnnouncer(): Announcer {
	return getContext<Announcer>(key);
}

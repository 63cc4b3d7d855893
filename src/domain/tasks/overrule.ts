import { equalValues } from '../records/equal-values.ts';
import type { Overruled, Task } from './task.ts';

/** What a person's device showed of a value when they changed it, and what they change it to. */
export interface SeenChange {
	/** `title`, `columnId`, a fact's name, or `field:<id>`; `dueOn` is the day with its time. */
	what: string;
	current: Overruled['value'];
	/** Undefined when the device does not say. */
	seen: Overruled['value'] | undefined;
	next: Overruled['value'];
}

const most = 20;

/**
 * The later arrival wins. Whoever's value is replaced by somebody that had not seen it keeps it in
 * `overruled`, so that they can be told and take it back; one entry for each value and person.
 */
export function overrule(
	task: Pick<Task, 'writers' | 'overruled'>,
	changes: readonly SeenChange[],
	by: { memberId: string; now: number }
): Pick<Task, 'writers' | 'overruled'> {
	const writers = { ...task.writers };
	let overruled = task.overruled;
	for (const { what, current, seen, next } of changes) {
		if (equalValues(current, next)) continue;
		const loser = writers[what];
		const unseen = seen !== undefined && !equalValues(current, seen);
		if (unseen && loser !== undefined && loser !== by.memberId) {
			const entry = { what, memberId: loser, byId: by.memberId, value: current, at: by.now };
			overruled = [...overruled.filter((each) => !isSame(each, entry)), entry].slice(-most);
		}
		writers[what] = by.memberId;
		overruled = overruled.filter((each) => each.what !== what || each.memberId !== by.memberId);
	}
	return { writers, overruled };
}

function isSame(a: Overruled, b: Overruled): boolean {
	return a.what === b.what && a.memberId === b.memberId;
}

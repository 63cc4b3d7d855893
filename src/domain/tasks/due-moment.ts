import type { Facts } from './task.ts';

type Due = Pick<Facts, 'dueOn' | 'dueTime'>;

/**
 * When a task is due as one value, because a time of one person means nothing with the day of another:
 * `2026-12-03T09:00`, `2026-12-03` without a time, null without a day.
 */
export function dueMoment({ dueOn, dueTime }: Due): string | null {
	return dueOn === null || dueTime === null ? dueOn : `${dueOn}T${dueTime}`;
}

/** Day and time of what `dueMoment` wrote. */
export function dueOfMoment(moment: string | null): Due {
	const [dueOn = null, dueTime = null] = moment?.split('T') ?? [];
	return { dueOn, dueTime };
}

import { isOutsider, outsiderGrantMs, type Role } from '#domain/access/level.ts';

/** The local day of a moment as a date field holds it: YYYY-MM-DD; '' for no moment. */
export function dayOf(at: number | null): string {
	if (at === null) return '';
	const date = new Date(at);
	const two = (n: number) => String(n).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The last moment of a local day from a date field; null for an empty or unreadable one. */
export function endOfDay(value: string): number | null {
	const [year, month, day] = value.split('-').map(Number);
	if (!year || !month || !day) return null;
	return new Date(year, month - 1, day, 23, 59, 59, 999).getTime();
}

/** Until when a new grant lasts when nobody chose: 90 days for people from outside, else no end. */
export function defaultEnd(role: Role, now: number): number | null {
	return isOutsider(role) ? endOfDay(dayOf(now + outsiderGrantMs)) : null;
}

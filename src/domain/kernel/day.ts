import * as v from 'valibot';

/** A day of the calendar without a time zone: `2026-11-27`. */
export const daySchema = v.pipe(
	v.string(),
	v.regex(/^\d{4}-\d{2}-\d{2}$/),
	v.check((day) => isDay(day), 'no such day')
);

/** A time of day: `09:05`. */
export const timeOfDaySchema = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const dayMs = 24 * 60 * 60 * 1000;

function isDay(day: string): boolean {
	const time = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(time) && dayOf(time) === day;
}

function dayOf(utcMs: number): string {
	return new Date(utcMs).toISOString().slice(0, 10);
}

/** The same calendar moved by whole days, back with a negative number. */
export function addDays(day: string, days: number): string {
	return dayOf(Date.parse(`${day}T00:00:00Z`) + days * dayMs);
}

/** How many days lie from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** Day of the week: 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
	return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The same day of another month, or that month's last day where it has none. */
export function addMonths(day: string, months: number, wantedDay = Number(day.slice(8))): string {
	const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
	first.setUTCMonth(first.getUTCMonth() + months);
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(wantedDay, last));
	return first.toISOString().slice(0, 10);
}

/** Which day, and which time of it, a moment is in a time zone (IANA name). */
export function localMoment(utcMs: number, timeZone: string): { day: string; time: string } {
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit'
	}).formatToParts(utcMs);
	const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
	return {
		day: `${part('year')}-${part('month')}-${part('day')}`,
		time: `${part('hour')}:${part('minute')}`
	};
}

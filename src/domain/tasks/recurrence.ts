import * as v from 'valibot';
import { addDays, addMonths, daySchema, weekdayOf } from '../kernel/day.ts';

const interval = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));
/** Monday is 1, Sunday 7. */
const weekday = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));

/**
 * How a task comes again. `after` says when the next one is made: once this one is done, or on its
 * day whether or not it is.
 */
export const recurrenceSchema = v.intersect([
	v.object({ after: v.picklist(['done', 'date']), until: v.nullable(daySchema) }),
	v.variant('every', [
		v.object({ every: v.literal('day'), interval }),
		v.object({ every: v.literal('workday') }),
		v.object({
			every: v.literal('week'),
			interval,
			weekdays: v.pipe(v.array(weekday), v.minLength(1), v.maxLength(7))
		}),
		v.object({
			every: v.literal('month'),
			interval,
			/** The day of the month; the last one where a month is shorter. */
			day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31))
		}),
		v.object({
			every: v.literal('monthWeekday'),
			interval,
			weekday,
			/** Which of them in the month; -1 is the last. */
			nth: v.picklist([1, 2, 3, 4, -1])
		})
	])
]);
export type Recurrence = v.InferOutput<typeof recurrenceSchema>;

/**
 * The first day after `last` on which a task with this recurrence is due; null when it has ended.
 * With `after: 'done'` days that have passed by `today` are left out, so that work done late does
 * not come again already late.
 */
export function nextDue(recurrence: Recurrence, last: string, today: string): string | null {
	let day = stepAfter(recurrence, last);
	if (recurrence.after === 'done') while (day < today) day = stepAfter(recurrence, day);
	return recurrence.until !== null && day > recurrence.until ? null : day;
}

function stepAfter(recurrence: Recurrence, last: string): string {
	switch (recurrence.every) {
		case 'day':
			return addDays(last, recurrence.interval);
		case 'workday':
			return nextWorkday(last);
		case 'week':
			return nextWeekday(last, recurrence.interval, recurrence.weekdays);
		case 'month':
			return nextMonthDay(last, recurrence.interval, recurrence.day);
		case 'monthWeekday':
			return nextNthWeekday(last, recurrence.interval, recurrence.weekday, recurrence.nth);
	}
}

/** Monday to Friday; holidays of a country are not known here. */
function nextWorkday(last: string): string {
	const next = addDays(last, 1);
	const weekday = weekdayOf(next);
	return weekday > 5 ? addDays(next, 8 - weekday) : next;
}

/** The next chosen weekday of this week, or the first one of the week that comes `interval` weeks later. */
function nextWeekday(last: string, interval: number, weekdays: readonly number[]): string {
	const today = weekdayOf(last);
	const sorted = [...weekdays].sort((a, b) => a - b);
	const later = sorted.find((day) => day > today);
	if (later !== undefined) return addDays(last, later - today);
	return addDays(last, 7 * interval - today + (sorted[0] ?? today));
}

/** A month that still holds its day after `last` counts: moved by hand to the 3rd, the 15th is next. */
function nextMonthDay(last: string, interval: number, day: number): string {
	const here = addMonths(last, 0, day);
	return here > last ? here : addMonths(last, interval, day);
}

function nextNthWeekday(last: string, interval: number, weekday: number, nth: number): string {
	const here = nthWeekdayOf(last, weekday, nth);
	return here > last ? here : nthWeekdayOf(addMonths(last, interval, 1), weekday, nth);
}

/** The nth such weekday of the month that `day` lies in; -1 is the last. */
function nthWeekdayOf(day: string, weekday: number, nth: number): string {
	const first = addMonths(day, 0, 1);
	const firstOne = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
	if (nth > 0) return addDays(firstOne, 7 * (nth - 1));
	const fifth = addDays(firstOne, 28);
	return fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(firstOne, 21);
}

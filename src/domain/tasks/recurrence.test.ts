import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localMoment, weekdayOf } from '../kernel/day.ts';
import { nextDue, type Recurrence } from './recurrence.ts';

const base = { after: 'date', until: null } as const;
const monday = '2026-11-23';

function next(recurrence: object, last: string, today = last): string | null {
	return nextDue({ ...base, ...recurrence } as Recurrence, last, today);
}

describe('the next due day', () => {
	it('counts days, and jumps the weekend on workdays', () => {
		expect(next({ every: 'day', interval: 3 }, monday)).toBe('2026-11-26');
		expect(next({ every: 'workday' }, '2026-11-26')).toBe('2026-11-27');
		expect(next({ every: 'workday' }, '2026-11-27')).toBe('2026-11-30');
		expect(next({ every: 'workday' }, '2026-11-28')).toBe('2026-11-30');
	});

	it('takes the other weekdays of the week first, then the first one of the week to come', () => {
		const week = { every: 'week', interval: 2, weekdays: [4, 1] };
		expect(next(week, monday)).toBe('2026-11-26');
		expect(next(week, '2026-11-26')).toBe('2026-12-07');
	});

	it('keeps the day of the month, and takes the last one where a month is shorter', () => {
		const month = { every: 'month', interval: 1, day: 31 };
		expect(next(month, '2027-01-31')).toBe('2027-02-28');
		expect(next(month, '2027-02-28')).toBe('2027-03-31');
		expect(next({ every: 'month', interval: 1, day: 15 }, '2026-11-03')).toBe('2026-11-15');
	});

	it('finds the nth weekday of a month, and the last', () => {
		expect(next({ every: 'monthWeekday', interval: 1, weekday: 1, nth: 2 }, '2026-11-09')).toBe('2026-12-14');
		expect(next({ every: 'monthWeekday', interval: 1, weekday: 5, nth: -1 }, '2026-11-27')).toBe(
			'2026-12-25'
		);
	});

	it('leaves out days that have passed when the work was done late, and ends with its last day', () => {
		const daily = { every: 'day', interval: 1, after: 'done' };
		expect(next(daily, monday, '2026-11-27')).toBe('2026-11-27');
		expect(next({ ...daily, until: '2026-11-25' }, '2026-11-25')).toBeNull();
	});

	it('is always later, and of the weekdays that were asked for', () => {
		const day = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2024-01-01', n));
		const interval = fc.integer({ min: 1, max: 12 });
		const weekday = fc.integer({ min: 1, max: 7 });
		const rule = fc.oneof(
			fc.record({ every: fc.constant('day'), interval }),
			fc.record({ every: fc.constant('workday') }),
			fc.record({
				every: fc.constant('week'),
				interval,
				weekdays: fc.uniqueArray(weekday, { minLength: 1 })
			}),
			fc.record({ every: fc.constant('month'), interval, day: fc.integer({ min: 1, max: 31 }) }),
			fc.record({
				every: fc.constant('monthWeekday'),
				interval,
				weekday,
				nth: fc.constantFrom(1, 2, 3, 4, -1)
			})
		);
		fc.assert(
			fc.property(rule, day, (recurrence, last) => {
				const found = next(recurrence, last) ?? '';
				expect(daysBetween(last, found)).toBeGreaterThan(0);
				if ('weekdays' in recurrence) expect(recurrence.weekdays).toContain(weekdayOf(found));
				if (recurrence.every === 'workday') expect(weekdayOf(found)).toBeLessThan(6);
			}),
			{ numRuns: 2_000 }
		);
	});
});

describe('a moment', () => {
	it('has the day and the time of the shop, not of the server', () => {
		const late = Date.UTC(2026, 10, 23, 17, 30);
		expect(localMoment(late, 'Asia/Jakarta')).toEqual({ day: '2026-11-24', time: '00:30' });
		expect(localMoment(late, 'UTC')).toEqual({ day: '2026-11-23', time: '17:30' });
	});
});

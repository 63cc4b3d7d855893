import { describe, expect, it } from 'vitest';
import { longDate, shortDate, timeAgo } from './dates.ts';

const monday = new Date(2026, 10, 23, 9, 5).getTime();
const hour = 3_600_000;

describe('dates in words', () => {
	it('writes a day in both languages and never splits it', () => {
		expect(longDate(monday, 'id')).toBe('Senin, 23\u00A0November 2026');
		expect(longDate(monday, 'en')).toBe('Monday, 23\u00A0November 2026');
		expect(shortDate(monday, 'id')).toBe('23\u00A0Nov\u00A02026');
	});

	it('says how long ago in whole words, and the date after a week', () => {
		expect(timeAgo(monday - 20_000, monday, 'id')).toBe('sekarang');
		expect(timeAgo(monday - 2 * hour, monday, 'id')).toBe('2 jam yang lalu');
		expect(timeAgo(monday - 12 * hour, monday, 'id')).toBe('kemarin');
		expect(timeAgo(monday - 12 * hour, monday, 'en')).toBe('yesterday');
		expect(timeAgo(monday - 9 * 24 * hour, monday, 'id')).toBe('14\u00A0Nov\u00A02026');
	});

	it('shows a clock that runs ahead as now', () => {
		expect(timeAgo(monday + hour, monday, 'en')).toBe('now');
	});
});

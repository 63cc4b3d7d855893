import { describe, expect, it } from 'vitest';
import { queryOf, readChoice } from './activity-choice.ts';
import { boundsOfDay, byDay } from './activity-days.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

describe('what happened, by day', () => {
	it('keeps the order of lines and days', () => {
		const lines = [at(23, 9), at(23, 0), at(22, 23)].map((each) => ({ at: each }));
		expect(byDay(lines)).toEqual([
			{ day: '2026-11-23', lines: lines.slice(0, 2) },
			{ day: '2026-11-22', lines: lines.slice(2) }
		]);
	});

	it('knows when a local day begins and ends', () => {
		expect(boundsOfDay('2026-11-30')).toEqual({ from: at(30, 0), until: at(31, 0) });
		expect(boundsOfDay('kemarin')).toBeUndefined();
	});
});

describe('what is chosen', () => {
	it('stands in the address, and an unknown kind means everything', () => {
		const chosen = readChoice(new URLSearchParams('person=p&kind=tasks&day=2026-11-23'));
		expect(queryOf(chosen)).toEqual({ person: 'p', noun: 'tasks', from: at(23, 0), until: at(24, 0) });
		expect(queryOf(readChoice(new URLSearchParams('kind=rahasia')))).toEqual({});
	});
});

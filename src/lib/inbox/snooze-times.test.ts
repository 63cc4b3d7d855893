import { describe, expect, it } from 'vitest';
import { snoozeTimes } from './snooze-times.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
const named = (now: number) => Object.fromEntries(snoozeTimes(now).map(({ name, at: time }) => [name, time]));

describe('the times to put something off to', () => {
	it('are an hour, this afternoon, tomorrow at eight, and Monday at eight', () => {
		expect(named(at(25, 9))).toEqual({
			hour: at(25, 10),
			afternoon: at(25, 16),
			tomorrow: at(26, 8),
			monday: at(30, 8)
		});
	});

	it('leave out an afternoon that has begun, and mean the next Monday on a Monday', () => {
		expect(named(at(23, 16))).toEqual({ hour: at(23, 17), tomorrow: at(24, 8), monday: at(30, 8) });
	});

	it('reach over a Sunday', () => {
		expect(named(at(29, 9))['monday']).toBe(at(30, 8));
	});
});

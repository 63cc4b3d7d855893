import { describe, expect, it } from 'vitest';
import { estimateOf } from './estimate.ts';

describe('a typed length of work', () => {
	it.each([
		['45', 45],
		['45 menit', 45],
		['1,5 jam', 90],
		['1.5 hours', 90],
		['2 jam 30', 150],
		['1h 15m', 75],
		['3j', 180]
	])('reads %s as minutes', (typed, minutes) => {
		expect(estimateOf(typed)).toBe(minutes);
	});

	it.each(['', 'besok', '10 menit 5', '-3', '1 hari'])('does not guess what %s means', (typed) => {
		expect(estimateOf(typed)).toBeNull();
	});
});

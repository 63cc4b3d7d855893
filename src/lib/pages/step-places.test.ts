import { expect, it } from 'vitest';
import { stepMarks, stepPlaces } from './step-places.ts';

it('counts the steps of a page through, and heads each run of them once', () => {
	const names = ['sopGoal', 'sopStep', 'sopStep', 'image', 'sopStep', 'sopStandard'];
	expect(stepPlaces(names)).toEqual([
		undefined,
		{ number: 1, begins: true, ends: false },
		{ number: 2, begins: false, ends: true },
		undefined,
		{ number: 3, begins: true, ends: true },
		undefined
	]);
});

it('says the number as CSS content', () => {
	expect(stepMarks({ number: 12, begins: true, ends: true })).toEqual({
		style: '--step: "12"',
		'data-run': 'begins ends'
	});
});

import { expect, it } from 'vitest';
import { findSopFindings, sopMinutes } from './sop-meter.ts';

const step = { title: 'Cetak label', detail: 'Filter Siap kirim.', minutes: 10 };

it('finds nothing in an SOP that fits on one look', () => {
	expect(findSopFindings({ goal: 'Dikirim hari ini.', steps: Array(8).fill(step) as never })).toEqual([]);
});

it('asks to split at the ninth step', () => {
	expect(findSopFindings({ goal: '', steps: Array(9).fill(step) as never })).toEqual([
		{ kind: 'tooManySteps', steps: 9 }
	]);
});

it('names the step whose title or detail is long, and a goal of more than a sentence', () => {
	const long = { title: 'a'.repeat(61), detail: 'b'.repeat(241), minutes: null };
	expect(findSopFindings({ goal: 'c'.repeat(161), steps: [step, long] })).toEqual([
		{ kind: 'longGoal' },
		{ kind: 'longTitle', step: 2 },
		{ kind: 'longStep', step: 2 }
	]);
});

it('adds up the minutes that are known', () => {
	expect(sopMinutes({ goal: '', steps: [step, { ...step, minutes: null }, step] })).toBe(20);
	expect(sopMinutes({ goal: '', steps: [{ ...step, minutes: null }] })).toBeNull();
});

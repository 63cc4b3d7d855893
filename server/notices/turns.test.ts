import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('work in turns', () => {
	it('never overlaps, keeps its order, and goes on after a failure', async () => {
		const turns = new Turns();
		const steps: string[] = [];
		const work = (name: string) => async () => {
			steps.push(`${name} begins`);
			await Promise.resolve();
			steps.push(`${name} ends`);
			if (name === 'first') throw new Error('failed');
		};
		const first = turns.run(work('first'));
		const second = turns.run(work('second'));
		expect(turns.idle).toBe(false);
		await expect(first).rejects.toThrow('failed');
		await second;
		await turns.ended();
		expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
		expect(turns.idle).toBe(true);
	});
});

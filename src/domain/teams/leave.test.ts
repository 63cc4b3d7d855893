import { describe, expect, it } from 'vitest';
import { isAway, nextAway, type Leave } from './leave.ts';

function leave(from: string, to: string, memberId = 'rara'): Leave {
	const row = { workspaceId: 'w', createdBy: memberId, version: 1, deletedAt: null };
	return { id: `${memberId}-${from}`, memberId, from, to, ...row };
}

describe('leave', () => {
	it('counts both of its ends', () => {
		const leaves = [leave('2026-12-01', '2026-12-03')];
		const days = ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'];
		expect(days.map((day) => isAway(leaves, 'rara', day))).toEqual([false, true, true, false]);
	});

	it('is one piece where two follow each other without a day between', () => {
		const leaves = [
			leave('2026-12-04', '2026-12-06'),
			leave('2026-12-01', '2026-12-03'),
			leave('2026-12-08', '2026-12-09')
		];
		expect(nextAway(leaves, 'rara', '2026-12-02')).toEqual({ from: '2026-12-01', to: '2026-12-06' });
	});

	it('keeps the later end of one that lies inside another', () => {
		const leaves = [leave('2026-12-01', '2026-12-09'), leave('2026-12-02', '2026-12-03')];
		expect(nextAway(leaves, 'rara', '2026-12-05')?.to).toBe('2026-12-09');
	});

	it('is told ahead only as far as asked, and of the asked person alone', () => {
		const leaves = [leave('2026-12-01', '2026-12-03'), leave('2026-11-20', '2026-12-30', 'yoga')];
		expect(nextAway(leaves, 'rara', '2026-11-27')).toBeUndefined();
		expect(nextAway(leaves, 'rara', '2026-11-27', '2026-12-04')?.from).toBe('2026-12-01');
		expect(nextAway(leaves, 'rara', '2026-12-04', '2026-12-31')).toBeUndefined();
	});
});

import { describe, expect, it } from 'vitest';
import type { Leave } from '#domain/teams/leave.ts';
import { surroundings, taskRow } from '../../../../tests/support/task-row.ts';
import { loadOf, weeksFrom } from './work-load.ts';

const around = surroundings('2026-11-25');
const weeks = weeksFrom(around.today, 2);

function away(from: string, to: string): Leave {
	return {
		id: 'l',
		workspaceId: 'w',
		memberId: 'rara',
		from,
		to,
		createdBy: 'rara',
		version: 1,
		deletedAt: null
	};
}

function load(
	tasks: Parameters<typeof loadOf>[0],
	leaves: Leave[] = [],
	measure: 'hours' | 'count' = 'hours'
) {
	return loadOf(tasks, ['rara', 'dimas'], weeks, leaves, measure, around);
}

describe('the load of people by week', () => {
	it('counts weeks from Monday', () => {
		expect(weeks).toEqual(['2026-11-23', '2026-11-30']);
	});

	it('shares the hours of a task between its people', () => {
		const rows = load([
			taskRow({ dueOn: '2026-11-26', estimateMinutes: 600, assigneeIds: ['rara', 'dimas'] })
		]);
		expect(rows.map(({ cells }) => cells[0]?.minutes)).toEqual([300, 300]);
	});

	it('lays late work on this week, and leaves finished work out', () => {
		const rows = load([
			taskRow({ id: 'late', dueOn: '2026-11-02', estimateMinutes: 60, assigneeIds: ['rara'] }),
			taskRow({ id: 'done', dueOn: '2026-11-02', estimateMinutes: 60, assigneeIds: ['rara'], doneAt: 1 })
		]);
		expect(rows[0]?.cells.map(({ tasks }) => tasks.map(({ id }) => id))).toEqual([['late'], []]);
	});

	it('is full sooner in a week with leave, and overbooked when nobody is there', () => {
		const tasks = [taskRow({ dueOn: '2026-11-26', estimateMinutes: 24 * 60, assigneeIds: ['rara'] })];
		expect(load(tasks)[0]?.cells[0]?.share).toBeCloseTo(0.6);
		expect(load(tasks, [away('2026-11-26', '2026-11-29')])[0]?.cells[0]).toMatchObject({ away: 2, share: 1 });
		expect(load(tasks, [away('2026-11-20', '2026-11-29')])[0]?.cells[0]?.share).toBe(Infinity);
	});

	it('counts tasks where hours are not asked for, and those of nobody in a row of their own', () => {
		const rows = load([taskRow({ dueOn: '2026-12-01' }), taskRow({ id: 'undated' })], [], 'count');
		expect(rows).toMatchObject([{ who: 'none', undated: 1, cells: [{ share: 0 }, { share: 0.1 }] }]);
	});

	it('shows somebody without work only when they are away', () => {
		expect(load([])).toEqual([]);
		expect(load([], [away('2026-11-23', '2026-11-23')]).map(({ who }) => who)).toEqual(['rara']);
	});
});

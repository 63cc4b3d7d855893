import { describe, expect, it } from 'vitest';
import { taskRow } from '../../../../tests/support/task-row.ts';
import { monthOf, tasksByDay, turn, weekOf } from './calendar-days.ts';

describe('the days of a calendar', () => {
	it('begin on Monday and cover the whole month', () => {
		const november = monthOf('2026-11-25');
		expect(november[0]?.[0]).toBe('2026-10-26');
		expect(november.at(-1)?.[6]).toBe('2026-12-06');
		expect(november).toHaveLength(6);
	});

	it('need four weeks for a February that begins on Monday', () => {
		expect(monthOf('2027-02-10')).toHaveLength(4);
	});

	it('know the week of a Sunday as the one before it', () => {
		expect(weekOf('2026-11-29')[0]).toBe('2026-11-23');
	});

	it('turn by months to the last day that there is', () => {
		expect(turn('2026-01-31', 'month', 1)).toBe('2026-02-28');
		expect(turn('2026-11-25', 'week', -1)).toBe('2026-11-18');
	});
});

it('tasks stand on their due day by time, finished ones without a day nowhere', () => {
	const { days, undated } = tasksByDay([
		taskRow({ id: 'whole', dueOn: '2026-11-25' }),
		taskRow({ id: 'nine', dueOn: '2026-11-25', dueTime: '09:00' }),
		taskRow({ id: 'open' }),
		taskRow({ id: 'done', doneAt: 1 })
	]);
	expect(days.get('2026-11-25')?.map(({ id }) => id)).toEqual(['nine', 'whole']);
	expect(undated.map(({ id }) => id)).toEqual(['open']);
});

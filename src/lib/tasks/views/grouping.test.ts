import { describe, expect, it } from 'vitest';
import { surroundings, taskRow } from '../../../../tests/support/task-row.ts';
import { groupTasks, sortTasks } from './grouping.ts';

const around = surroundings('2026-11-25');
const names = { columnIds: ['todo', 'doing', 'done'], nameOf: (key: string) => key };

function groups(tasks: Parameters<typeof groupTasks>[0], by: Parameters<typeof groupTasks>[1]) {
	return groupTasks(tasks, by, around, names).map(({ key, tasks: inGroup }) => [key, inGroup.length]);
}

describe('groups of a list', () => {
	it('stand in the order of the columns, without empty ones', () => {
		const tasks = [taskRow({ columnId: 'done' }), taskRow({ columnId: 'todo' })];
		expect(groups(tasks, 'status')).toEqual([
			['todo', 1],
			['done', 1]
		]);
	});

	it('show a task of two people under both, and those of nobody last', () => {
		const tasks = [
			taskRow({}),
			taskRow({ assigneeIds: ['rara', 'dimas'] }),
			taskRow({ assigneeIds: ['rara'] })
		];
		expect(groups(tasks, 'person')).toEqual([
			['dimas', 1],
			['rara', 2],
			['none', 1]
		]);
	});

	it('show a task of two teams under both, and those without a team last', () => {
		const tasks = [taskRow({}), taskRow({ teamIds: ['konten', 'gudang'] }), taskRow({ teamIds: ['gudang'] })];
		expect(groups(tasks, 'team')).toEqual([
			['gudang', 2],
			['konten', 1],
			['', 1]
		]);
	});

	it('go from late work to work without a due day', () => {
		const tasks = [null, '2026-12-20', '2026-11-25', '2026-11-20', '2026-11-27'].map((dueOn) =>
			taskRow({ dueOn })
		);
		expect(groups(tasks, 'due').map(([key]) => key)).toEqual(['overdue', 'today', 'week', 'later', 'none']);
	});

	it('name labels and channels, those without one last', () => {
		expect(groups([taskRow(), taskRow({ labels: ['b', 'a'] })], 'label').map(([key]) => key)).toEqual([
			'a',
			'b',
			''
		]);
		expect(groups([taskRow(), taskRow({ channel: 'Shopee' })], 'channel').map(([key]) => key)).toEqual([
			'Shopee',
			''
		]);
	});
});

describe('the order of a list', () => {
	it('by due day puts a time of day before the whole day, and no day last', () => {
		const tasks = [
			taskRow({ id: 'none' }),
			taskRow({ id: 'day', dueOn: '2026-11-26' }),
			taskRow({ id: 'time', dueOn: '2026-11-26', dueTime: '09:00' }),
			taskRow({ id: 'early', dueOn: '2026-11-25' })
		];
		expect(sortTasks(tasks, 'due', around).map(({ id }) => id)).toEqual(['early', 'time', 'day', 'none']);
	});

	it('by priority begins with what is urgent, equal ones as on the board', () => {
		const tasks = [
			taskRow({ id: 'low', priority: 'low' }),
			taskRow({ id: 'second', priority: 'urgent', orderKey: 'a2' }),
			taskRow({ id: 'first', priority: 'urgent', orderKey: 'a1' })
		];
		expect(sortTasks(tasks, 'priority', around).map(({ id }) => id)).toEqual(['first', 'second', 'low']);
	});
});

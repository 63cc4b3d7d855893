import { describe, expect, it } from 'vitest';
import { taskRow } from '../../../tests/support/task-row.ts';
import type { CheckItem } from './task.ts';
import { patternDay, patternFacts } from './task-pattern.ts';

const jakarta = 'Asia/Jakarta';
const line: CheckItem = {
	...{ id: 'line', text: 'Unggah', orderKey: 'a0' },
	...{ doneAt: 5, doneBy: 'rara', assigneeId: 'yoga', dueOn: '2026-11-25' }
};

describe('a task made as another says', () => {
	it('has its days as far from the new day as they were from the old one, and never before it', () => {
		const task = taskRow({ dueOn: '2026-11-27', startOn: '2026-11-20', dueTime: '15:00', checklist: [line] });
		const made = patternFacts(task, { from: '2026-11-23', to: '2026-12-30' }, () => 'new');
		expect(made).toMatchObject({ dueOn: '2027-01-03', dueTime: '15:00', startOn: '2026-12-30' });
		expect(made.checklist[0]?.dueOn).toBe('2027-01-01');
	});

	it('has the lines of its checklist under ids of their own, with nothing done', () => {
		const made = patternFacts(
			taskRow({ checklist: [line], labels: ['toko'], fields: { harga: 5 } }),
			{ from: '2026-11-23', to: '2026-11-23' },
			() => 'new'
		);
		expect(made.checklist).toEqual([{ ...line, id: 'new', doneAt: null, doneBy: null }]);
		expect(made).toMatchObject({ labels: ['toko'], fields: { harga: 5 }, dueOn: null });
	});

	it('counts from when a template became one, and from when other work was made', () => {
		const createdAt = Date.UTC(2026, 10, 20, 20);
		expect(patternDay(taskRow({ createdAt }), jakarta)).toBe('2026-11-21');
		const templateAt = Date.UTC(2026, 10, 25, 2);
		expect(patternDay(taskRow({ createdAt, templateAt }), jakarta)).toBe('2026-11-25');
	});
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	dueRangeOf,
	dueRanges,
	everything,
	matcher,
	readFilter,
	writeFilter,
	type TaskFilter
} from './task-filter.ts';
import type { Task } from './task.ts';
import { priorities } from './task.ts';
import { columnKinds } from '../boards/board.ts';

const today = '2026-11-25';
const around = {
	today,
	kindOf: () => 'doing' as const,
	isBlocked: (task: Task) => task.blockerIds.length > 0,
	peopleOf: (task: Task) => task.assigneeIds
};

function task(facts: Partial<Task>): Task {
	const plain = {
		title: 'Foto Rok Plisket',
		dueOn: null,
		doneAt: null,
		labels: [],
		priority: 'normal',
		channel: null
	};
	return { ...plain, assigneeIds: [], blockerIds: [], fields: {}, ...facts } as unknown as Task;
}

const shows = (facts: Partial<Task>, filter: Partial<TaskFilter>) =>
	matcher({ ...everything, ...filter }, around)(task(facts));

describe('a filter of tasks', () => {
	it('shows everything when it asks for nothing', () => {
		expect(shows({}, {})).toBe(true);
	});

	it('takes alternatives of one kind, and all kinds together', () => {
		const facts = { labels: ['foto'], priority: 'high' as const };
		expect(shows(facts, { labels: ['foto', 'cetak'], priorities: ['high', 'urgent'] })).toBe(true);
		expect(shows(facts, { labels: ['foto'], priorities: ['low'] })).toBe(false);
	});

	it('finds every word of the title in any case and order', () => {
		expect(shows({}, { text: 'plisket FOTO' })).toBe(true);
		expect(shows({}, { text: 'plisket video' })).toBe(false);
	});

	it('knows tasks of nobody apart from those of others', () => {
		expect(shows({ assigneeIds: ['rara'] }, { who: ['none'] })).toBe(false);
		expect(shows({}, { who: ['none', 'rara'] })).toBe(true);
		expect(shows({ assigneeIds: ['rara'] }, { who: ['rara'] })).toBe(true);
	});

	it('looks at nothing that it does not ask for', () => {
		const blind = () => expect.unreachable();
		const nothing = { today: '', kindOf: blind, isBlocked: blind, peopleOf: blind };
		expect(matcher({ ...everything, labels: ['rok'] }, nothing)(task({ labels: ['rok'] }))).toBe(true);
	});

	it('shows what one of the asked teams has', () => {
		expect(shows({ teamIds: ['gudang'] }, { teams: ['gudang', 'konten'] })).toBe(true);
		expect(shows({ teamIds: ['gudang'] }, { teams: ['konten'] })).toBe(false);
	});

	it('sees days from today: overdue, today, until Sunday, later', () => {
		const range = (dueOn: string | null, doneAt: number | null = null) =>
			dueRangeOf({ dueOn, doneAt }, today);
		expect(range('2026-11-24')).toBe('overdue');
		expect(range('2026-11-24', 5)).toBe('later');
		expect(range(today)).toBe('today');
		expect(range('2026-11-29')).toBe('week');
		expect(range('2026-11-30')).toBe('later');
		expect(range(null)).toBe('none');
	});

	it('survives an address, whatever it asks for', () => {
		const words = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 });
		const filter = fc.record({
			who: words,
			teams: words,
			due: fc.subarray([...dueRanges]),
			labels: words,
			kinds: fc.subarray([...columnKinds]),
			priorities: fc.subarray([...priorities]),
			channels: words,
			text: fc.string({ maxLength: 30 }).map((text) => text.trim()),
			blocked: fc.boolean(),
			fields: fc.dictionary(fc.uuid(), fc.array(fc.string(), { minLength: 1, maxLength: 2 }), { maxKeys: 2 })
		});
		fc.assert(
			fc.property(filter, (one) => {
				expect(readFilter(new URLSearchParams(writeFilter(one).toString()))).toEqual({ ...one });
			})
		);
	});

	it('leaves out what it does not know of an old link', () => {
		expect(readFilter(new URLSearchParams('due=someday&status=gone&priority=high'))).toMatchObject({
			due: [],
			kinds: [],
			priorities: ['high']
		});
	});
});

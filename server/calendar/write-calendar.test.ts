import { describe, expect, it } from 'vitest';
import type { Task } from '#domain/tasks/task.ts';
import { writeCalendar } from './write-calendar.ts';

const task = (facts: Partial<Task>): Task =>
	({
		id: '019a0000-0000-7000-8000-000000000001',
		number: 214,
		createdAt: 0,
		title: 'Foto',
		...facts
	}) as Task;

function written(facts: Partial<Task>): string {
	const link = (path: string) => `https://rapi.example${path}`;
	return writeCalendar({ name: 'Selasar Rona', slug: 'rona', tasks: [task(facts)], link }).replaceAll(
		'\r\n ',
		''
	);
}

describe('a task in a calendar', () => {
	it('is a whole day when it is due on a day', () => {
		const text = written({ dueOn: '2026-11-24', dueTime: null });
		expect(text).toContain('DTSTART;VALUE=DATE:20261124');
		expect(text).toContain('DTEND;VALUE=DATE:20261125');
		expect(text).toContain('SUMMARY:SR-214 Foto');
		expect(text).toContain('/rona/t/019a0000-0000-7000-8000-000000000001');
	});

	it('stands at its time on the clock of whoever reads, in no zone', () => {
		const text = written({ dueOn: '2026-11-24', dueTime: '15:00' });
		expect(text).toMatch(/DTSTART:20261124T150000\r?\n/);
		expect(text).toMatch(/DTEND:20261124T153000\r?\n/);
	});

	it('cannot end its own line, whatever its title says', () => {
		const text = written({
			dueOn: '2026-11-24',
			dueTime: null,
			title: 'Foto\nATTENDEE:mailto:x@rapi.example; a,b'
		});
		expect(text).not.toMatch(/^ATTENDEE/m);
	});
});

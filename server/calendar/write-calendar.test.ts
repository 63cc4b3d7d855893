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

	it('keeps signs that mean something to a calendar as text, in its name too', () => {
		const text = writeCalendar({
			...{ name: 'Kain, Benang; Jahit', slug: 'kain', link: (path) => path },
			tasks: [task({ dueOn: '2026-11-24', dueTime: null, title: 'a\\b' })]
		});
		expect(text).toContain('X-WR-CALNAME:Kain\\, Benang\\; Jahit\r\n');
		expect(text).toContain('a\\\\b');
	});

	it('goes on in another line after 75 bytes, and never within a letter', () => {
		const title = 'Kemas pesanan 😀 é '.repeat(20).trim();
		const link = (path: string) => path;
		const text = writeCalendar({
			...{ name: 'Rona', slug: 'rona', link },
			tasks: [task({ dueOn: '2026-11-24', dueTime: null, title })]
		});
		for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text.replaceAll('\r\n ', '')).toContain(title);
		expect(text).not.toContain('\ufffd');
	});
});

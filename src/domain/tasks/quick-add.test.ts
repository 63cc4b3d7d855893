import { describe, expect, it } from 'vitest';
import { readQuickTask } from './quick-add.ts';

// A Wednesday.
const today = '2026-11-25';
const people: Record<string, string> = { nadia: 'member-nadia' };
const read = (line: string) =>
	readQuickTask(line, { today, findMember: (typed) => people[typed.toLowerCase()] });

describe('a typed line', () => {
	it('is a title when nothing in it means more', () => {
		expect(read('Foto flat lay 6 warna')).toEqual({
			title: 'Foto flat lay 6 warna',
			dueOn: null,
			dueTime: null,
			priority: null,
			labels: [],
			memberIds: []
		});
	});

	it('gives up its day, time, person, labels and priority', () => {
		expect(read('Jadwalkan siaran jumat 15.00 @Nadia #live #tiktok !tinggi')).toEqual({
			title: 'Jadwalkan siaran',
			dueOn: '2026-11-27',
			dueTime: '15:00',
			priority: 'high',
			labels: ['live', 'tiktok'],
			memberIds: ['member-nadia']
		});
	});

	it.each([
		['besok', '2026-11-26'],
		['lusa', '2026-11-27'],
		['rabu', '2026-11-25'],
		['senin', '2026-11-30'],
		['minggu', '2026-11-29'],
		['minggu depan', '2026-12-02'],
		['akhir bulan', '2026-11-30'],
		['25/12', '2026-12-25'],
		['3/1', '2027-01-03'],
		['tomorrow', '2026-11-26']
	])('takes %s for %s', (word, day) => {
		expect(read(`Hitung stok ${word}`)).toMatchObject({ title: 'Hitung stok', dueOn: day });
	});

	it('keeps what nobody is called, what is no day, and a line of marks only', () => {
		expect(read('Tanya @hendra soal 31/2')).toMatchObject({ title: 'Tanya @hendra soal 31/2', dueOn: null });
		expect(read('besok #stok').title).toBe('besok #stok');
		expect(read('Balas besoknya')).toMatchObject({ title: 'Balas besoknya', dueOn: null });
		expect(read('Pickup besok jam 99.99')).toMatchObject({ dueOn: '2026-11-26', dueTime: null });
	});
});

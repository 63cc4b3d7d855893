import { describe, expect, it } from 'vitest';
import type { NounName } from '#domain/records/nouns.ts';
import { nameOfChange, unsentNames } from './unsent-names.ts';

const rows: Record<string, object> = {
	'folders f1': { name: 'Operasional' },
	'pages p1': { title: 'Buka toko', kind: 'sop', folderId: 'f1' },
	'pages p2': { title: 'Tutup toko', kind: 'doc', folderId: 'f1' },
	'members m1': { name: 'Hendra Gunawan', title: 'Pemilik' },
	'grants g1': { folderId: 'f1' }
};
const records = { get: (noun: NounName, id: string) => rows[`${noun} ${id}`] as never };

describe('what a change is about', () => {
	it('is named as it is here', () => {
		const rename = { name: 'pages.rename', input: { id: 'p1', title: 'Membuka toko' } } as const;
		expect(nameOfChange(records, rename)).toBe('Buka toko');
		expect(nameOfChange(records, { name: 'members.deactivate', input: { id: 'm1' } })).toBe('Hendra Gunawan');
	});

	it('is the folder when somebody was given or denied access', () => {
		expect(nameOfChange(records, { name: 'grants.set', input: { id: 'g2', folderId: 'f1' } })).toBe(
			'Operasional'
		);
		expect(nameOfChange(records, { name: 'grants.remove', input: { id: 'g1' } })).toBe('Operasional');
	});

	it('keeps the name that was given when the thing itself was not taken or has left', () => {
		expect(nameOfChange(records, { name: 'folders.create', input: { id: 'f9', name: 'Pagi' } })).toBe('Pagi');
		expect(nameOfChange(records, { name: 'pages.create', input: { id: 'p9', title: 'Kasir' } })).toBe(
			'Kasir'
		);
		expect(nameOfChange(records, { name: 'pages.trash', input: { id: 'p9' } })).toBeUndefined();
	});
});

describe('what is not sent yet', () => {
	it('names each thing once, and texts as well as facts', () => {
		const names = unsentNames({
			records,
			pending: [
				{ name: 'pages.rename', input: { id: 'p1', title: 'Membuka toko' } },
				{ name: 'pages.move', input: { id: 'p1' } },
				{ name: 'pages.purge', input: { id: 'p9' } }
			],
			status: { unsentPages: ['p1', 'p2'] }
		});
		expect(names).toEqual(['Buka toko', undefined, 'Tutup toko']);
	});
});

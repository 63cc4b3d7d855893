import { describe, expect, it } from 'vitest';
import { fileKind, sizeText } from './file-kinds.ts';

describe('a file in a list', () => {
	it.each([
		['nota.PDF', 'pdf'],
		['foto.rok.jpeg', 'image'],
		['gambar.svg', 'other'],
		['stok.xlsx', 'sheet'],
		['tanpa-akhiran', 'other']
	])('%s is of the kind %s', (name, kind) => {
		expect(fileKind(name)).toBe(kind);
	});

	it('has a size that people read', () => {
		expect(sizeText(12, 'id')).toBe('1 kB');
		expect(sizeText(312_400, 'id')).toBe('312 kB');
		expect(sizeText(4_240_000, 'id')).toBe('4,2 MB');
	});
});

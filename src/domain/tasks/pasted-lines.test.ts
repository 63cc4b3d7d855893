import { describe, expect, it } from 'vitest';
import { pastedLines } from './pasted-lines.ts';

describe('the lines of a pasted list', () => {
	it('come without the signs of their bullets', () => {
		const list = [
			'- Beli lakban',
			'* Foto produk',
			'• Kirim katalog',
			'•Balas chat',
			'1. Cetak label',
			'12) Timbang paket',
			'- [ ] Stok gudang',
			'- [x] Pesan kardus',
			'[ ] Cek resi',
			'☐ Lipat kain',
			'  - Setrika'
		];
		expect(pastedLines(list.join('\r\n'))).toEqual([
			'Beli lakban',
			'Foto produk',
			'Kirim katalog',
			'Balas chat',
			'Cetak label',
			'Timbang paket',
			'Stok gudang',
			'Pesan kardus',
			'Cek resi',
			'Lipat kain',
			'Setrika'
		]);
	});

	it('keep what only looks like a bullet', () => {
		const lines = ['10.30 rapat', '-5 unit retur', '*penting* cek stok', '2 kardus', '[Shopee] balas chat'];
		expect(pastedLines(lines.join('\n'))).toEqual(lines);
	});

	it('leave out empty lines and bullets without words', () => {
		expect(pastedLines('Beli lakban\n\n- \n2.\n☐\nFoto')).toEqual(['Beli lakban', 'Foto']);
	});

	it('take one line alone as it was typed', () => {
		expect(pastedLines('- Beli lakban\n')).toEqual(['- Beli lakban']);
	});
});

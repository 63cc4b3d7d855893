import { describe, expect, it } from 'vitest';
import { matchText } from './match.ts';
import { stemsOf } from './stem.ts';

describe('finding by stem', () => {
	it.each([
		['kirim', 'pengiriman'],
		['kirim', 'mengirim'],
		['tulis', 'menulis'],
		['pakai', 'memakai'],
		['simpan', 'menyimpan'],
		['simpan', 'penyimpanan'],
		['bayar', 'pembayaran'],
		['terima', 'penerimaan'],
		['jahit', 'dijahitkan']
	])('finds "%s" in "%s"', (query, word) => {
		expect(matchText(word, query)).toBeDefined();
	});

	it('does not stem a word away', () => {
		expect(stemsOf('nya')).toEqual(['nya']);
		expect(matchText('dia', 'kan')).toBeUndefined();
	});
});

describe('matching a title', () => {
	it('ranks the start of the title above a word in it, and stems last', () => {
		const titles = ['Cek pengiriman', 'Jadwal kirim sampel', 'Kirim pesanan sebelum 15.00'];
		const ranked = titles
			.map((title) => ({ title, score: matchText(title, 'kirim')?.score ?? 0 }))
			.sort((a, b) => b.score - a.score)
			.map(({ title }) => title);
		expect(ranked).toEqual(['Kirim pesanan sebelum 15.00', 'Jadwal kirim sampel', 'Cek pengiriman']);
	});

	it('says which letters were found, also where accents were left out', () => {
		expect(matchText('Café Senja', 'cafe sen')?.ranges).toEqual([
			[0, 4],
			[5, 8]
		]);
	});

	it('forgives one slip from four letters, never two', () => {
		expect(matchText('Retur dan tukar ukuran', 'retru')).toBeDefined();
		expect(matchText('Retur dan tukar ukuran', 'rtur')).toBeDefined();
		expect(matchText('Retur dan tukar ukuran', 'xetxr')).toBeUndefined();
		expect(matchText('Retur', 'ret')).toBeDefined();
	});

	it('wants every word of the query', () => {
		expect(matchText('Retur dan tukar ukuran', 'retur senja')).toBeUndefined();
	});
});

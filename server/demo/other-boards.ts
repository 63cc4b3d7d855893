import type { BoardOutline } from './board-outline.ts';

/** Work with the sewing vendor, who sees this board and nothing else. */
export const sewingBoard: BoardOutline = {
	name: 'Pesanan konveksi',
	by: 'dimas',
	cards: [
		{
			title: 'Kirim 120 rok plisket terakota ukuran L',
			by: 'dimas',
			in: 'doing',
			due: 1,
			priority: 'urgent',
			people: ['hendra'],
			checklist: ['Potong', 'Jahit', 'Setrika dan lipat', 'Cek pinggang 72 cm'],
			ticked: 2,
			comments: [
				['hendra', 'Mesin lipit sudah jalan lagi. Besok pagi siap diambil.'],
				['dimas', 'Terima kasih. Yoga menunggu di gudang pukul 09.00.']
			]
		},
		{
			title: 'Perbaiki lipit sampel tahap 2',
			by: 'dimas',
			in: 'todo',
			due: 4,
			people: ['hendra'],
			checklist: ['Ukuran M', 'Ukuran L']
		},
		{ title: 'Setujui contoh warna khaki', by: 'dimas', in: 'wait', due: 2, people: ['dimas'] },
		{ title: 'Kirim daftar harga kain 2027', by: 'dimas', in: 'done', due: -3, people: ['hendra'] }
	]
};

/** Work with the lab that makes the serum. */
export const serumBoard: BoardOutline = {
	name: 'Produksi serum',
	by: 'dimas',
	cards: [
		{
			title: 'Perpanjang izin edar serum',
			by: 'dimas',
			in: 'todo',
			due: 19,
			people: ['fajar'],
			labels: ['izin'],
			checklist: ['Formulir', 'Hasil uji stabilitas', 'Bukti bayar']
		},
		{
			title: 'Kirim 500 botol serum niacinamide',
			by: 'dimas',
			in: 'doing',
			due: 2,
			priority: 'high',
			people: ['fajar']
		}
	]
};

export const serviceBoard: BoardOutline = {
	name: 'Layanan harian',
	by: 'rara',
	cards: [
		{
			title: 'Balas ulasan bintang 1 di Tokopedia',
			by: 'rara',
			in: 'todo',
			due: 0,
			dueTime: '16:00',
			people: ['rara'],
			channel: 'Tokopedia'
		},
		{
			title: 'Rapikan jawaban soal ukuran L',
			by: 'rara',
			in: 'doing',
			due: 2,
			people: ['rara'],
			labels: ['jawaban']
		}
	]
};

import type { BoardOutline } from './board-outline.ts';

export const senjaBoard: BoardOutline = {
	name: 'Rilis koleksi Senja',
	by: 'intan',
	cards: [
		{
			title: 'Foto flat lay 6 warna rok plisket',
			by: 'intan',
			in: 'todo',
			due: 2,
			people: ['kevin'],
			checklist: ['Hitam', 'Terakota', 'Khaki', 'Mokka', 'Navy']
		},
		{
			title: 'Tulis deskripsi produk untuk Shopee dan Tokopedia',
			by: 'intan',
			in: 'todo',
			due: 3,
			people: ['intan'],
			channel: 'Shopee',
			comments: [
				['dimas', 'Sebut lingkar pinggang tiap ukuran, itu yang paling sering ditanya.'],
				['intan', 'Siap, saya ambil dari tabel ukuran konveksi.']
			]
		},
		{
			title: 'Siapkan stok awal 240 pcs di rak B2',
			by: 'dimas',
			in: 'todo',
			due: 4,
			people: ['yoga'],
			checklist: ['Kosongkan rak B2', 'Tempel label SKU', 'Hitung per ukuran', 'Catat di kartu stok'],
			ticked: 1
		},
		{
			title: 'Jadwalkan siaran langsung TikTok, Jumat 19.00',
			by: 'intan',
			in: 'todo',
			due: 5,
			people: ['intan'],
			channel: 'TikTok Shop'
		},
		{ title: 'Koleksi Lebaran 2027: pilih bahan', by: 'wulan', in: 'todo', due: 7, people: ['wulan'] },
		{
			title: 'Revisi label kemasan serum 20 ml',
			by: 'intan',
			in: 'doing',
			due: 0,
			people: ['nadia', 'intan'],
			checklist: [
				'Nomor izin edar',
				'Tanggal kedaluwarsa',
				'Urutan bahan',
				'Cara pakai',
				'Peringatan kulit sensitif',
				'Kode batch',
				'Cetak uji'
			],
			ticked: 3,
			comments: [
				['intan', 'Huruf bahan terlalu kecil, minimal 6 pt.'],
				['nadia', 'Sudah saya naikkan ke 6,5 pt. Logo jadi turun sedikit.'],
				['intan', 'Boleh. Nomor izin edarnya di atas kode batch ya.'],
				['nadia', 'Versi baru sudah diunggah.'],
				['wulan', 'Warna tutupnya jangan terlalu gelap.'],
				['nadia', 'Baik, saya kirim dua pilihan sore ini.']
			]
		},
		{
			title: 'Konfirmasi slot pickup kurir untuk hari rilis',
			by: 'dimas',
			in: 'doing',
			due: 0,
			people: ['yoga']
		},
		{
			title: 'Cek mutu sampel jahitan tahap 2 dari CV Benang Jaya',
			by: 'dimas',
			in: 'doing',
			due: 1,
			people: ['dimas', 'yoga'],
			teams: ['Gudang'],
			checklist: ['Jahitan sisi', 'Lipit rata', 'Ritsleting', 'Ukuran M', 'Ukuran L', 'Warna sama'],
			ticked: 2
		},
		{
			title: 'Desain banner kampanye 12.12, revisi 3',
			by: 'intan',
			in: 'wait',
			due: 0,
			people: ['nadia'],
			comments: [
				['nadia', 'Revisi 3: harga di kanan atas, 32 pt.'],
				['intan', 'Harganya sudah jelas. Latarnya masih ramai.'],
				['nadia', 'Motifnya saya hapus di belakang teks.'],
				['intan', 'Bagus. Tinggal persetujuan Wulan.']
			]
		},
		{
			title: 'Harga jual paket Senja: Rp 329.000',
			by: 'bayu',
			in: 'wait',
			due: -1,
			people: ['bayu'],
			channel: 'Tokopedia'
		},
		{ title: 'Hitung margin bundel 12.12', by: 'bayu', in: 'wait', due: 3, people: ['bayu'] },
		{
			title: 'Kirim ulang 12 pesanan salah ukuran',
			by: 'rara',
			in: 'blocked',
			due: -2,
			people: ['rara', 'yoga'],
			channel: 'WhatsApp',
			blocker: { reason: 'Menunggu stok ukuran L dari CV Benang Jaya', owner: 'dimas', expected: 1 },
			comments: [
				['rara', '12 pembeli menerima M padahal memesan L.'],
				['yoga', 'Stok L terakota kosong di rak.'],
				['rara', 'Semua sudah saya kabari lewat WhatsApp.'],
				['dimas', 'Saya minta Benang Jaya mendahulukan L.'],
				['dimas', 'Jawabannya: besok pagi 120 potong.'],
				['yoga', 'Saya siapkan label kirimnya hari ini.'],
				['rara', 'Dua pembeli minta uang kembali.'],
				['bayu', 'Dua pengembalian itu sudah saya proses.'],
				['rara', 'Tinggal 10 pesanan.']
			]
		},
		{
			title: 'Pilih 6 warna rok plisket',
			by: 'wulan',
			in: 'done',
			due: -6,
			people: ['wulan', 'intan']
		},
		{ title: 'Tulis naskah siaran langsung', by: 'intan', in: 'done', due: -1, people: ['intan', 'sarah'] }
	]
};

import type { SopOutline } from './sop-outline.ts';

export const launchProduct: SopOutline = {
	title: 'Rilis produk baru',
	goal: 'Produk tayang di semua kanal pada jam yang sama, dengan foto, harga, dan stok yang benar.',
	steps: [
		{
			title: 'Tetapkan harga dan tanggal rilis',
			detail: 'Hitung margin setelah biaya kanal. Tanggal rilis paling cepat 10 hari lagi.',
			role: 'Keuangan',
			minutes: 60,
			approval: 'Pemilik',
			escalateAfter: 1440
		},
		{
			title: 'Tulis brief foto dan konten',
			detail: 'Pakai template Brief konten. Sertakan tiga contoh dan ukuran yang dipakai model.',
			role: 'Pemasaran',
			minutes: 60
		},
		{
			title: 'Potret produk',
			detail: 'Enam warna, depan, belakang, dan satu potret bahan dari dekat.',
			role: 'Foto dan video',
			minutes: 240,
			evidence: 'file'
		},
		{
			title: 'Rancang banner dan kartu ukuran',
			detail: 'Satu banner per kanal. Kartu ukuran memakai angka dari lembar ukur, bukan perkiraan.',
			role: 'Desain',
			minutes: 180,
			evidence: 'file',
			approval: 'Pemasaran',
			escalateAfter: 480
		},
		{
			title: 'Tulis deskripsi per kanal',
			detail: 'Manfaat lebih dulu, lalu bahan, ukuran, dan cara rawat.',
			role: 'Pemasaran',
			minutes: 90
		},
		{
			title: 'Siapkan stok awal di rak',
			detail: 'Sisihkan stok rilis di rak B2 dan cocokkan dengan angka di sistem.',
			role: 'Gudang',
			minutes: 60,
			evidence: 'number'
		},
		{
			title: 'Unggah dalam keadaan tersembunyi',
			detail: 'Periksa foto, harga, varian, dan berat paket di tiap kanal.',
			role: 'Pemasaran',
			minutes: 60
		},
		{
			title: 'Tayangkan pada jam rilis',
			detail: 'Buka semua kanal pukul 19.00, lalu beli satu barang sebagai percobaan.',
			role: 'Pemasaran',
			minutes: 20,
			evidence: 'photo'
		},
		{
			title: 'Baca angka hari pertama',
			detail: 'Catat kunjungan, pesanan, dan pertanyaan yang paling sering muncul.',
			role: 'Pemasaran',
			minutes: 30,
			evidence: 'text'
		}
	],
	standard: [
		'Harga sama di semua kanal',
		'Ukuran pada foto cocok dengan lembar ukur',
		'Pesanan percobaan sampai di gudang'
	],
	good: 'Empat kanal tayang pukul 19.00 dengan harga Rp 279.000 dan stok yang cocok.',
	bad: 'Harga Shopee tertinggal, stok tayang sebelum dihitung.'
};

export const liveStream: SopOutline = {
	title: 'Siaran langsung TikTok',
	goal: 'Siaran 2 jam berjalan tanpa jeda, dan setiap pertanyaan ukuran terjawab di siaran.',
	steps: [
		{
			title: 'Pilih 12 produk dan urutannya',
			detail: 'Mulai dari yang stoknya di atas 40. Simpan yang terlaris untuk menit ke-60.',
			role: 'Pemasaran',
			minutes: 30
		},
		{
			title: 'Tulis naskah dan batas diskon',
			detail: 'Tulis kalimat pembuka, tiga alasan membeli, dan batas diskon tiap produk.',
			role: 'Pemasaran',
			minutes: 45,
			approval: 'Pemilik',
			escalateAfter: 240
		},
		{
			title: 'Siapkan barang dan papan ukuran',
			detail: 'Gantung sesuai urutan. Papan ukuran memakai huruf yang terbaca dari 2 meter.',
			role: 'Host',
			minutes: 30
		},
		{
			title: 'Uji suara, cahaya, dan jaringan',
			detail: 'Rekam 1 menit dan tonton lagi di HP lain sebelum mulai.',
			role: 'Foto dan video',
			minutes: 20,
			evidence: 'file'
		},
		{
			title: 'Buka siaran tepat waktu',
			detail: 'Sapa, sebut jam tutup, lalu langsung ke produk pertama.',
			role: 'Host',
			minutes: 5
		},
		{
			title: 'Jawab pertanyaan ukuran di siaran',
			detail: 'Operator membacakan pertanyaan. Host menjawab dengan angka dari papan ukuran.',
			role: 'Host',
			minutes: 110
		},
		{
			title: 'Tutup dan ucapkan terima kasih',
			detail: 'Sebut jadwal siaran berikutnya dan cara menanyakan pesanan.',
			role: 'Host',
			minutes: 5
		},
		{
			title: 'Catat hasil dan pertanyaan baru',
			detail: 'Tulis pesanan, produk terlaris, dan tiga pertanyaan yang belum ada jawabannya.',
			role: 'Pemasaran',
			minutes: 20,
			evidence: 'number'
		}
	],
	standard: ['Mulai tepat jam', 'Tidak ada diskon di luar batas', 'Pertanyaan ukuran dijawab dengan angka'],
	good: 'Outer Senja L cocok untuk lingkar dada sampai 104 cm. Ini papan ukurannya.',
	bad: 'Kayaknya muat kok, coba saja dulu.'
};

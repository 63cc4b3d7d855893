/** Plain pages of the demo: a title, and lines as `sketchDoc` reads them. */
export interface DocOutline {
	title: string;
	lines: readonly string[];
}

export const contentBrief: DocOutline = {
	title: 'Brief konten',
	lines: [
		'# Tujuan',
		'Apa yang harus dipahami atau dilakukan orang setelah melihat konten ini? Satu kalimat.',
		'# Untuk siapa',
		'Kanal, umur, dan satu hal yang membuat mereka ragu membeli.',
		'# Isi wajib',
		'- Nama produk dan harga yang berlaku',
		'- Ukuran yang dipakai model',
		'- Satu bukti: foto bahan, angka, atau ulasan',
		'# Batas',
		'Yang tidak boleh disebut, tanggal tayang, dan siapa yang menyetujui.'
	]
};

export const stockAnswer: DocOutline = {
	title: 'Jawaban CS: stok habis',
	lines: [
		'Halo Kak (nama), (produk) ukuran (ukuran) sedang habis.',
		'Perkiraan tersedia lagi (tanggal). Mau kami kabari lewat chat ini begitu masuk?',
		'Bila perlu segera, yang paling mirip adalah (produk lain), ukuran (ukuran) ada.'
	]
};

export const shippingCheck: DocOutline = {
	title: 'Cek pengiriman',
	lines: [
		'# Sebelum pukul 13.00',
		'- Label dan daftar ambil sudah dicetak',
		'- Pesanan di atas Rp 2.000.000 sudah disetujui',
		'# Saat kurir datang',
		'- Jumlah paket sama dengan jumlah resi',
		'- Nama kurir dan jam ambil dicatat'
	]
};

export const designRevision: DocOutline = {
	title: 'Revisi desain',
	lines: [
		'# Yang diubah',
		'Sebut bagiannya, bukan perasaannya: teks harga di kanan atas, dari 24 menjadi 32.',
		'# Yang tetap',
		'Tulis apa yang sudah benar, supaya tidak ikut berubah.',
		'# Batas waktu dan penyetuju',
		'Satu nama, satu tanggal.'
	]
};

export const vendorBrief: DocOutline = {
	title: 'Rok plisket terakota: pesanan 3',
	lines: [
		'# Jumlah',
		'- M: 120 potong',
		'- L: 120 potong',
		'# Ukuran yang diperiksa',
		'Pinggang L 72 cm, panjang 84 cm, selisih paling banyak 1 cm.',
		'# Jadwal',
		'Contoh dikirim dulu satu potong per ukuran. Sisanya setelah contoh disetujui.'
	]
};

export const packagingNote: DocOutline = {
	title: 'Kotak kemas M: bahan dan ukuran',
	lines: [
		'Karton E-flute, 24 × 18 × 8 cm, cetak satu warna.',
		'# Catatan cetak',
		'- Logo di tutup, tidak di sisi',
		'- Nomor batch di bagian bawah kotak'
	]
};

export const workHours: DocOutline = {
	title: 'Jam kerja dan siapa bertanya ke siapa',
	lines: [
		'# Jam kerja',
		'Senin sampai Sabtu, 08.30 sampai 17.00. Chat dibalas sampai 20.00.',
		'# Bertanya ke',
		'- Stok dan kurir: Yoga',
		'- Retur dan keluhan: Rara',
		'- Konten dan desain: Intan',
		'- Uang dan tagihan: Bayu',
		'- Selain itu: Dimas'
	]
};

import type { SopOutline } from './sop-outline.ts';

export const answerChats: SopOutline = {
	title: 'Balas chat dalam 10 menit',
	goal: 'Setiap chat pada jam kerja mendapat jawaban yang menyelesaikan masalah dalam 10 menit.',
	steps: [
		{
			title: 'Buka chat terlama lebih dulu',
			detail: 'Urutkan dari yang paling lama menunggu, lintas Shopee, TikTok Shop, Tokopedia, dan WhatsApp.',
			role: 'Layanan pelanggan',
			minutes: 1
		},
		{
			title: 'Baca riwayat pembeli',
			detail: 'Lihat pesanan terakhir dan catatan ukuran atau kulit sebelum mengetik.',
			role: 'Layanan pelanggan',
			minutes: 1
		},
		{
			title: 'Jawab dengan template yang sesuai',
			detail: 'Sebut nama pembeli, ubah bagian dalam kurung, dan hapus kalimat yang tidak perlu.',
			role: 'Layanan pelanggan',
			minutes: 3
		},
		{
			title: 'Teruskan yang bukan wewenang Anda',
			detail: 'Keluhan kulit, refund, dan permintaan diskon diteruskan, jangan dijanjikan.',
			role: 'Layanan pelanggan',
			minutes: 2,
			approval: 'Kepala layanan',
			escalateAfter: 30
		},
		{
			title: 'Catat satu hal yang perlu diingat',
			detail: 'Tulis ukuran, preferensi, atau masalah pembeli bila ada yang baru.',
			role: 'Layanan pelanggan',
			minutes: 1,
			evidence: 'text'
		}
	],
	standard: [
		'Jawaban pertama di bawah 10 menit',
		'Tidak ada pertanyaan yang dijawab dua kali',
		'Tidak ada janji tanggal tanpa cek stok'
	],
	good: 'Kak Ayu, rok plisket hitam ukuran L ada. Pinggang 72 cm, dikirim hari ini bila lunas sebelum pukul 13.00.',
	bad: 'Ready kak, silakan diorder ya.'
};

export const returns: SopOutline = {
	title: 'Retur dan tukar ukuran',
	goal: 'Pembeli menerima keputusan dalam 1 hari dan barang pengganti dikirim dalam 2 hari.',
	steps: [
		{
			title: 'Minta foto dan alasan',
			detail: 'Minta foto barang, label, dan alasan dalam satu pesan. Jangan bertanya dua kali.',
			role: 'Layanan pelanggan',
			minutes: 5,
			evidence: 'photo'
		},
		{
			title: 'Cocokkan dengan syarat retur',
			detail:
				'Paling lambat 7 hari sejak diterima, label utuh, belum dicuci. Skincare terbuka tidak diterima.',
			role: 'Layanan pelanggan',
			minutes: 5
		},
		{
			title: 'Putuskan tukar, retur, atau tolak',
			detail: 'Tulis alasan singkat. Nilai di atas Rp 500.000 diputuskan kepala layanan.',
			role: 'Layanan pelanggan',
			minutes: 10,
			approval: 'Kepala layanan',
			escalateAfter: 240
		},
		{
			title: 'Sisihkan barang pengganti',
			detail: 'Ambil ukuran pengganti dari rak dan beri tanda nomor pesanan.',
			role: 'Gudang',
			minutes: 10
		},
		{
			title: 'Periksa barang yang kembali',
			detail: 'Foto kondisi saat kotak dibuka. Barang cacat masuk rak merah, yang baik kembali ke stok.',
			role: 'Gudang',
			minutes: 10,
			evidence: 'photo'
		},
		{
			title: 'Kirim pengganti dan tutup tiket',
			detail: 'Kirim resi ke pembeli, lalu tulis penyebab retur di tiket.',
			role: 'Layanan pelanggan',
			minutes: 10,
			evidence: 'text'
		}
	],
	standard: [
		'Keputusan disampaikan dengan alasan',
		'Stok berubah pada hari yang sama',
		'Penyebab retur tercatat dengan satu kata dari daftar'
	],
	good: 'Tukar L ke XL disetujui pukul 10.20, resi pengganti terkirim pukul 15.05.',
	bad: 'Pembeli ditanya tiga kali, barang kembali menumpuk tanpa nomor pesanan.'
};

export const skinComplaint: SopOutline = {
	title: 'Tangani komplain kulit iritasi',
	goal: 'Pembeli merasa aman, berhenti memakai produk, dan dihubungi pemilik dalam 2 jam.',
	steps: [
		{
			title: 'Minta pembeli berhenti memakai',
			detail: 'Sampaikan dengan tenang: hentikan pemakaian, bilas dengan air, jangan oleskan apa pun.',
			role: 'Layanan pelanggan',
			minutes: 5
		},
		{
			title: 'Kumpulkan fakta tanpa menilai',
			detail: 'Produk, nomor batch, sejak kapan, bagian kulit, riwayat alergi. Foto hanya bila pembeli mau.',
			role: 'Layanan pelanggan',
			minutes: 15,
			evidence: 'text'
		},
		{
			title: 'Naikkan ke pemilik',
			detail: 'Kirim ringkasan lima baris. Jangan menjanjikan ganti rugi dan jangan menyebut penyebab.',
			role: 'Layanan pelanggan',
			minutes: 5,
			approval: 'Pemilik',
			escalateAfter: 60
		},
		{
			title: 'Periksa batch di lab',
			detail: 'Kirim nomor batch ke apoteker penanggung jawab dan tahan stok batch itu.',
			role: 'Operasional',
			minutes: 30,
			evidence: 'photo'
		},
		{
			title: 'Kabari hasil dan tutup bersama',
			detail: 'Pemilik menelepon pembeli. Tiket ditutup setelah pembeli setuju.',
			role: 'Pemilik',
			minutes: 20,
			evidence: 'text'
		}
	],
	standard: [
		'Pembeli dihubungi pemilik dalam 2 jam',
		'Nomor batch tercatat',
		'Tidak ada nasihat medis dari layanan pelanggan'
	],
	good: 'Terima kasih sudah mengabari, Kak. Mohon hentikan dulu pemakaiannya. Bu Wulan akan menelepon sebelum pukul 14.00.',
	bad: 'Itu reaksi biasa Kak, dilanjutkan saja.'
};

import type { SopOutline } from './sop-outline.ts';

export const shipOrders: SopOutline = {
	title: 'Kirim pesanan sebelum pukul 15.00',
	goal: 'Semua pesanan yang lunas sebelum pukul 13.00 dikirim di hari yang sama, tanpa salah isi.',
	steps: [
		{
			title: 'Cetak label dan daftar ambil',
			detail: 'Saring pesanan Siap kirim, urutkan per rak, lalu cetak label dan daftar sekaligus.',
			role: 'Gudang',
			minutes: 10
		},
		{
			title: 'Ambil barang dan cocokkan SKU',
			detail: 'Pindai tiap barang. Jika SKU tidak cocok, sisihkan paketnya dan tulis hambatan.',
			role: 'Gudang',
			minutes: 40,
			evidence: 'photo'
		},
		{
			title: 'Cek mutu sesuai standar',
			detail: 'Periksa jahitan, warna, segel botol, dan tanggal kedaluwarsa di tempat terang.',
			role: 'Gudang',
			minutes: 30
		},
		{
			title: 'Minta persetujuan pesanan besar',
			detail: 'Untuk pesanan di atas Rp 2.000.000, kirim foto isi paket sebelum ditutup.',
			role: 'Gudang',
			minutes: 5,
			evidence: 'photo',
			approval: 'Pemilik',
			escalateAfter: 60
		},
		{
			title: 'Kemas dengan kartu ucapan',
			detail: 'Skincare memakai bubble wrap dua lapis. Pakaian memakai plastik bersegel, lalu kotak.',
			role: 'Gudang',
			minutes: 60
		},
		{
			title: 'Serahkan ke kurir dan hitung resi',
			detail: 'Hitung paket bersama kurir pukul 14.00. Jumlah paket harus sama dengan jumlah resi.',
			role: 'Gudang',
			minutes: 15,
			evidence: 'number'
		},
		{
			title: 'Kabari pesanan yang tertunda',
			detail: 'Kirim satu pesan berisi alasan dan tanggal kirim baru ke setiap pembeli yang tertunda.',
			role: 'Layanan pelanggan',
			minutes: 15,
			evidence: 'text'
		}
	],
	standard: [
		'Isi paket sama dengan daftar ambil',
		'Label lurus, terbaca, dan menutup sambungan kotak',
		'Botol tidak bergerak saat kotak digoyang',
		'Nomor resi sudah masuk di semua kanal'
	],
	good: 'Kotak penuh terisi, label rata, kartu ucapan di atas barang.',
	bad: 'Label terlipat di sudut, botol longgar, kartu ucapan tertinggal.'
};

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

export const receiveGoods: SopOutline = {
	title: 'Terima barang dari konveksi',
	goal: 'Barang yang masuk sesuai pesanan, dan yang cacat diketahui konveksi di hari yang sama.',
	steps: [
		{
			title: 'Cocokkan surat jalan dengan PO',
			detail: 'Nomor PO, warna, dan ukuran harus sama. Selisih ditulis di surat jalan, bukan di chat.',
			role: 'Gudang',
			minutes: 10,
			evidence: 'photo'
		},
		{
			title: 'Hitung per warna dan ukuran',
			detail: 'Hitung dua kali oleh dua orang. Isi jumlah yang benar-benar diterima.',
			role: 'Gudang',
			minutes: 45,
			evidence: 'number'
		},
		{
			title: 'Ambil contoh untuk cek mutu',
			detail: 'Ambil 10 dari setiap 100 potong. Ukur pinggang dan panjang, tarik jahitan sisi.',
			role: 'Gudang',
			minutes: 40
		},
		{
			title: 'Foto dan pisahkan yang cacat',
			detail: 'Satu foto untuk satu cacat, dengan penggaris. Kelompokkan menurut jenis cacat.',
			role: 'Gudang',
			minutes: 20,
			evidence: 'photo'
		},
		{
			title: 'Putuskan terima atau kembalikan',
			detail: 'Lebih dari 3 dari 100 cacat berarti satu ukuran itu dikembalikan.',
			role: 'Operasional',
			minutes: 10,
			approval: 'Operasional',
			escalateAfter: 180
		},
		{
			title: 'Masukkan ke rak dan stok',
			detail: 'Tempel label rak, lalu tambah stok per SKU sebelum barang dijual.',
			role: 'Gudang',
			minutes: 30
		}
	],
	standard: ['Jumlah dihitung dua orang', 'Cacat tercatat dengan foto', 'Stok bertambah sebelum pukul 17.00'],
	good: 'Rok plisket terakota L: 118 diterima, 2 cacat jahitan, foto terlampir.',
	bad: 'Jumlah disalin dari surat jalan tanpa dihitung.'
};

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

export const cashRecap: SopOutline = {
	title: 'Rekap kas harian',
	goal: 'Uang masuk dan keluar hari ini cocok dengan saldo sebelum pukul 20.00.',
	steps: [
		{
			title: 'Unduh laporan tiap kanal',
			detail: 'Shopee, TikTok Shop, Tokopedia, dan mutasi rekening, semua sampai pukul 18.00.',
			role: 'Keuangan',
			minutes: 15,
			evidence: 'file'
		},
		{
			title: 'Cocokkan pesanan dengan uang masuk',
			detail: 'Tandai selisih di atas Rp 10.000 dan tulis dugaan penyebabnya.',
			role: 'Keuangan',
			minutes: 30
		},
		{
			title: 'Catat pengeluaran dengan bukti',
			detail: 'Satu bukti untuk satu pengeluaran. Tanpa bukti, tulis siapa yang akan mengirimnya.',
			role: 'Keuangan',
			minutes: 15,
			evidence: 'photo'
		},
		{
			title: 'Kirim saldo akhir ke pemilik',
			detail: 'Tulis saldo, selisih, dan satu kalimat tentang hal yang perlu diputuskan.',
			role: 'Keuangan',
			minutes: 10,
			evidence: 'number',
			approval: 'Pemilik',
			escalateAfter: 720
		}
	],
	standard: ['Selisih dijelaskan atau nol', 'Semua pengeluaran punya bukti', 'Terkirim sebelum pukul 20.00'],
	good: 'Saldo Rp 42.615.000, selisih Rp 0, tagihan konveksi jatuh tempo Jumat.',
	bad: 'Saldo kira-kira 42 juta, nanti dicek lagi.'
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

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

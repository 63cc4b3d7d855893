import type { settings as english } from '../en/settings.ts';

export const settings: typeof english = {
	title: 'Pengaturan',
	sections: 'Bagian pengaturan',
	appearance: 'Tampilan',
	data: 'Data di perangkat ini',
	theme: 'Tema',
	language: 'Bahasa',
	textSize: 'Ukuran teks',
	density: 'Kepadatan',
	roomy: 'Lapang',
	compact: 'Rapat',
	letters: 'Pintasan huruf tunggal',
	lettersHelp:
		'Tombol seperti G H langsung bekerja saat tidak sedang mengetik. Matikan bila Anda memakai dikte suara.',
	savedHere: 'Langsung tersimpan di perangkat ini.',
	keptPages: 'Halaman yang bisa dibuka luring',
	keptPagesValue: ({ pages, of }) => `${pages} dari ${of}`,
	storage: 'Keamanan salinan lokal',
	storagePersisted: 'Peramban menyimpannya sampai Anda menghapusnya.',
	storageBestEffort:
		'Peramban bisa menghapusnya saat ruang penuh. Pekerjaan yang belum terkirim paling aman saat Anda daring.',
	storageFailed: 'Perangkat ini sedang tidak bisa menyimpan apa pun.',
	lastSync: 'Terakhir sama dengan server',
	never: 'belum pernah',
	used: 'Ruang terpakai',
	import: 'Impor',
	workspace: {
		lead: 'Berlaku untuk semua orang.',
		name: 'Nama usaha',
		nameHelp: 'Nomor tugas diawali huruf depannya. Alamat tautan tetap sama.',
		nameNeeded: 'Usaha perlu nama.',
		zone: 'Zona waktu',
		zoneHelp: 'Pengingat, jam tenang, dan surel harian mengikuti zona ini.',
		change: ({ zone }) => `Zona waktu: ${zone}. Ubah`,
		find: 'Cari kota atau zona waktu',
		home: 'Indonesia',
		others: 'Di tempat lain',
		none: 'Zona waktu tidak ditemukan. Coba nama kota besar.',
		hint: 'Ketik nama kota untuk mencari yang lain.',
		nowThere: ({ time }) => `Di sana sekarang pukul ${time}.`,
		zones: {
			'Asia/Jakarta': 'WIB (Jakarta, Surabaya, Medan)',
			'Asia/Makassar': 'WITA (Makassar, Denpasar, Balikpapan)',
			'Asia/Jayapura': 'WIT (Jayapura, Ambon)'
		},
		save: 'Simpan nama',
		named: ({ name }) => `Usaha ini sekarang bernama ${name}.`,
		zoned: ({ zone }) => `Zona waktu diganti ke ${zone}.`
	},
	unsent: 'Perubahan belum terkirim'
};

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
	unsent: 'Perubahan belum terkirim'
};

import type { pages as english } from '../en/pages.ts';

export const pages: typeof english = {
	title: 'Judul halaman',
	kinds: { doc: 'Dokumen', sop: 'SOP', task: 'Keterangan tugas' },
	createdBy: ({ name, date }) => `Dibuat ${name}, ${date}`,
	edited: ({ when }) => `Diubah ${when}`,
	menu: 'Tindakan halaman',
	makeDoc: 'Jadikan dokumen',
	makeSop: 'Jadikan SOP',
	unarchive: 'Keluarkan dari arsip',
	copyLink: 'Salin tautan',
	linkCopied: 'Tautan disalin',
	download: 'Unduh sebagai Markdown',
	downloadOffline: 'Mengunduh perlu koneksi. Coba lagi saat tersambung.',
	print: 'Cetak',
	restore: 'Kembalikan',
	readOnly: {
		access: 'Anda bisa membaca halaman ini. Minta pengelola folder bila perlu mengubahnya.',
		tooOld: 'Halaman ini ditulis dengan versi Rapi yang lebih baru. Muat ulang untuk mengubahnya.',
		lost: 'Anda tidak bisa lagi membuka halaman ini.',
		archived: 'Halaman ini diarsipkan dan tidak diubah lagi.',
		trashed: 'Halaman ini ada di Sampah. Kembalikan dulu untuk mengubahnya.'
	},
	reload: 'Muat ulang',
	unreadable:
		'Versi Rapi ini tidak bisa menampilkan seluruh halaman, jadi halaman tidak diubah. Muat ulang untuk versi terbaru.',
	refused: {
		read_only: 'Akses Anda berubah. Tulisan terakhir Anda tidak diterima.',
		too_large:
			'Ini terlalu besar untuk disimpan sekaligus. Salin teks Anda, lalu tempel sebagian demi sebagian.',
		malformed: 'Perubahan ini tidak terbaca. Salin teks Anda, lalu muat ulang.',
		foreign_client: 'Perubahan ini tidak terbaca. Salin teks Anda, lalu muat ulang.',
		missing_predecessor: 'Rapi sedang mengambil bagian yang kurang. Teks Anda tetap di sini.',
		schema: 'Ada isi yang tidak diizinkan di halaman. Salin teks Anda, lalu muat ulang.',
		too_fast: 'Terlalu banyak sekaligus. Sisanya dikirim lebih pelan.'
	},
	failing:
		'Server belum bisa membuka halaman ini. Tulisan Anda aman di perangkat ini dan dikirim begitu bisa. Bila ini berlanjut, beri tahu pengelola Rapi Anda.',
	copyMine: 'Salin teks saya',
	copied: 'Teks disalin',
	putBack:
		'Ada yang memindahkan atau menghapus bagian yang sedang Anda tulis. Tulisan Anda sudah dikembalikan.',
	notHereYet: 'Halaman ini belum ada di perangkat ini. Halaman terbuka saat Anda tersambung.',
	opening: 'Membuka halaman…',
	cannotOpen: 'Halaman ini belum bisa dibuka. Tidak ada yang hilang. Coba lagi.',
	notKept: 'Halaman ini tidak disimpan di perangkat ini. Tulisan Anda aman setelah sampai di server.',
	notSaved: 'Perubahan belum tersimpan. Jangan tutup halaman ini.',
	aboutPage: 'Tentang halaman ini',
	whoSees: 'Siapa yang bisa melihat',
	length: 'Panjang',
	lengthSteps: ({ steps }) => `${steps} langkah`,
	lengthMinutes: ({ minutes }) => `kira-kira ${minutes} seluruhnya`,
	lengthFine: 'Cukup pendek untuk diikuti sambil bekerja.',
	tooManySteps: ({ steps }) => `Sudah ${steps} langkah. Pisahkan jadi dua SOP?`,
	longTitle: ({ step }) => `Judul langkah ${step} panjang. Tulis dalam beberapa kata.`,
	longGoal: 'Tujuan lebih dari satu kalimat.',
	longStep: ({ step }) => `Langkah ${step} banyak teksnya. Cukup satu baris, sisanya di bawah.`
};

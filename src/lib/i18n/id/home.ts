import type { home as english } from '../en/home.ts';

export const home: typeof english = {
	morning: ({ name }) => `Selamat pagi, ${name}`,
	noon: ({ name }) => `Selamat siang, ${name}`,
	afternoon: ({ name }) => `Selamat sore, ${name}`,
	evening: ({ name }) => `Selamat malam, ${name}`,
	continueHere: 'Lanjutkan di sini',
	recentlyChanged: 'Baru diubah',
	nothingYet: 'Belum ada tulisan. Mulai dari satu proses yang paling sering macet.',
	writeFirst: 'Tulis SOP',
	nothingShared: 'Belum ada bacaan. Halaman yang dibagikan kepada Anda akan tampil di sini.',
	changedAt: ({ when }) => `diubah ${when}`,
	openedAt: ({ when }) => `dibuka ${when}`,
	start: {
		title: 'Siapkan ruang kerja Anda',
		done: ({ done, of }) => `${done} dari ${of} selesai`,
		folder: 'Buat folder untuk satu bagian kerja',
		sop: 'Tulis proses yang paling sering macet',
		invite: 'Undang satu orang yang paling sering Anda tanyai',
		restrict: 'Batasi satu folder untuk beberapa orang saja',
		read: 'Cari satu halaman, lalu buka',
		dismiss: 'Sembunyikan kartu ini',
		isDone: 'selesai'
	}
};

import type { boards as english } from '../en/boards.ts';

export const boards: typeof english = {
	title: 'Papan tugas',
	views: 'Tampilan',
	view: { board: 'Papan', list: 'Daftar', calendar: 'Kalender', load: 'Beban kerja' },
	columnsOf: ({ name }) => `Kolom ${name}`,
	columnLabel: ({ name, count: n }) => `${name}, ${n}`,
	ofLimit: ({ count: n, limit }) => `${n} dari ${limit}`,
	addTo: ({ name }) => `Tambah tugas ke ${name}`,
	emptyColumn: 'Tarik tugas ke sini, atau tekan C.',
	newBoard: 'Papan baru',
	createBoard: 'Buat papan',
	folderHelp: 'Siapa pun yang melihat foldernya melihat papan ini.',
	openTasks: ({ count: n }) => `${n} tugas terbuka`,
	empty: 'Belum ada papan. Buat satu untuk satu jenis pekerjaan, misalnya rilis produk atau pesanan harian.',
	emptyBoards: 'Belum ada papan yang dibagikan ke Anda.',
	emptyReadOnly: 'Belum ada.'
};

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
	emptyReadOnly: 'Belum ada.'
};

import type { palette as english } from '../en/palette.ts';

export const palette: typeof english = {
	title: 'Cari atau buka',
	placeholder: 'Cari, buka, atau lakukan sesuatu',
	results: ({ count: n }) => `${n} hasil`,
	none: ({ query }) => `Tidak ada hasil untuk “${query}”. Coba satu kata dari judul atau sebuah nama.`,
	here: 'Di sini',
	recent: 'Terakhir dibuka',
	pages: 'SOP dan dokumen',
	folders: 'Folder',
	people: 'Orang',
	create: 'Buat',
	go: 'Buka',
	commands: 'Perintah',
	createDoc: ({ title }) => (title ? `Dokumen “${title}”` : 'Dokumen baru'),
	createSop: ({ title }) => (title ? `SOP “${title}”` : 'SOP baru'),
	createBoard: ({ title }) => (title ? `Papan “${title}”` : 'Papan baru'),
	createFolder: ({ title }) => (title ? `Folder “${title}”` : 'Folder baru'),
	hint: '> perintah   # tugas   @ orang   + buat'
};

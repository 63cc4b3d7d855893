import type { imports as english } from '../en/imports.ts';

export const imports: typeof english = {
	open: 'Impor Markdown…',
	help: 'Membawa catatan dari alat lain: folder menjadi folder, catatan menjadi dokumen.',
	title: ({ place }) => `Impor ke ${place}`,
	everything: 'ruang kerja',
	lead: 'Pilih folder atau zip, misalnya ekspor Notion atau Obsidian, atau berkas .md beserta gambarnya. Paling besar 50 MB.',
	drop: 'Atau seret folder atau berkas ke sini.',
	choose: 'Pilih berkas…',
	chooseFolder: 'Pilih folder…',
	offline: 'Anda luring. Impor perlu koneksi, karena server yang membaca berkasnya.',
	sending: ({ percent }) => `Mengirim, ${percent}%`,
	reading: 'Membaca berkas…',
	making: ({ done, of }) => `${done} dari ${of} halaman dibuat`,
	mayClose: 'Ini boleh ditutup. Impor tetap berjalan.',
	again: 'Impor lagi',
	made: ({ pages, folders }) => `${pages} halaman dan ${folders} folder dibuat.`,
	links: ({ n }) => `${n} tautan menuju halaman yang diimpor.`,
	lostLinks: ({ n }) => `${n} tautan menuju halaman yang tidak ada di berkas.`,
	allCarried: 'Semuanya terbawa.',
	notCarried: 'Tidak terbawa, atau berubah bentuk',
	line: ({ path, line }) => `${path}, baris ${line}`,
	more: ({ n }) => `dan ${n} lagi`,
	kinds: {
		html: 'Kode HTML',
		headingLevel: 'Judul dengan tingkat lain',
		footnote: 'Catatan kaki',
		frontMatter: 'Data di awal berkas',
		templateTag: 'Tanda templat',
		link: 'Tautan',
		image: 'Gambar',
		nesting: 'Daftar bertingkat yang terlalu dalam',
		tooLong: 'Tulisan yang terlalu panjang'
	},
	faults: {
		not_found: 'Anda tidak bisa lagi menambah halaman di sini.',
		too_large: 'Berkas ini lebih dari 50 MB. Impor sebagian-sebagian.',
		too_much: 'Isi zip ini terlalu banyak untuk sekali impor. Impor sebagian-sebagian.',
		unsupported: 'Berkas ini tidak bisa diimpor. Pilih folder, satu zip, atau berkas .md.',
		broken: 'Zip ini rusak. Buat lagi, lalu coba sekali lagi.',
		busy: 'Impor Anda yang lain masih berjalan. Tunggu sampai selesai.',
		unreachable: 'Server tidak menjawab. Bila halaman muncul di folder, impor tetap berjalan di sana.',
		failed: 'Impor berhenti. Halaman yang sudah dibuat tetap ada.'
	}
};

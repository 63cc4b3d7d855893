import type { taskViews as english } from '../en/task-views.ts';

export const taskViews: typeof english = {
	yes: 'ya',
	no: 'tidak',
	filter: {
		title: 'Filter tugas',
		text: 'Kata di judul',
		who: 'Orang',
		teams: 'Tim',
		due: 'Tenggat',
		kinds: 'Status',
		labels: 'Label',
		priorities: 'Prioritas',
		channels: 'Kanal',
		blocked: 'Terhambat',
		me: ({ name }) => `${name} (saya)`,
		nobody: 'Belum ada orang',
		noValue: 'Kosong',
		chosen: ({ name, value }) => `${name}: ${value}`,
		clear: 'Hapus filter',
		hidden: ({ count: n }) => `${n} tugas disembunyikan filter.`,
		showAll: 'Tampilkan semua',
		shownCount: ({ count: n }) => `${n} tugas tampil`
	},
	saved: {
		title: 'Filter tersimpan',
		all: 'Semua',
		save: 'Simpan filter',
		name: 'Nama filter',
		namePlaceholder: 'Misalnya: Minggu ini, pemasaran',
		menu: ({ name }) => `Filter ${name}`,
		rename: 'Ganti nama',
		update: 'Pakai filter yang sekarang',
		remove: 'Hapus filter',
		done: {
			saved: ({ name }) => `Filter “${name}” disimpan.`,
			changed: ({ name }) => `Filter “${name}” diubah.`,
			removed: ({ name }) => `Filter “${name}” dihapus.`
		}
	},
	list: {
		label: ({ name }) => `Tugas di ${name}`,
		group: 'Kelompokkan',
		groupBy: {
			status: 'Menurut status',
			person: 'Menurut orang',
			team: 'Menurut tim',
			due: 'Menurut tenggat',
			label: 'Menurut label',
			channel: 'Menurut kanal'
		},
		sort: 'Urutkan',
		sortBy: {
			order: 'Seperti di papan',
			title: 'Menurut judul',
			due: 'Menurut tenggat',
			priority: 'Menurut prioritas'
		},
		noLabel: 'Tanpa label',
		noTeam: 'Tanpa tim',
		noChannel: 'Tanpa kanal',
		select: ({ title }) => `Pilih ${title}`,
		editTitle: ({ title }) => `Ubah judul ${title}`,
		change: ({ fact, title, value }) => `${fact} ${title}: ${value}`,
		none: 'belum ada',
		selectColumn: 'Pilih',
		keys: {
			title: 'Di daftar, pada satu baris',
			move: 'Baris berikutnya atau sebelumnya',
			ends: 'Baris pertama atau terakhir',
			open: 'Buka',
			edit: 'Ubah judul',
			select: 'Pilih',
			extend: 'Pilih beberapa',
			all: 'Pilih semua'
		},
		empty: 'Belum ada tugas di sini.',
		emptyFiltered: 'Tidak ada tugas yang cocok dengan filter.',
		export: 'Ekspor CSV',
		exported: ({ count: n }) => `${n} tugas diekspor.`
	},
	csv: { number: 'Nomor', blocked: 'Terhambat' },
	bulk: {
		label: 'Tugas terpilih',
		selected: ({ count: n }) => `${n} dipilih`,
		clear: 'Batalkan pilihan',
		archive: 'Arsipkan',
		trash: 'Buang ke Sampah',
		choose: ({ fact, count: n }) => `${fact} untuk ${n} tugas`
	},
	due: {
		pick: 'Pilih tanggal…',
		move: 'Pindah ke tanggal…',
		title: 'Tenggat',
		day: 'Tanggal',
		nextMonday: 'Senin depan',
		dayAfter: 'Lusa',
		clear: 'Tanpa tenggat'
	},
	calendar: {
		month: 'Bulan',
		week: 'Minggu',
		span: 'Rentang',
		previous: 'Sebelumnya',
		next: 'Berikutnya',
		today: 'Hari ini',
		label: ({ period }) => `Kalender, ${period}`,
		dayLabel: ({ day, count: n }) => `${day}, ${n} tugas`,
		isToday: 'hari ini',
		more: ({ count: n }) => `${n} lagi`,
		tray: 'Tanpa tenggat',
		trayEmpty: 'Semua tugas sudah punya tenggat.',
		trayHint: 'Tarik ke satu tanggal, atau buka menunya.',
		menu: ({ title }) => `Tindakan untuk ${title}`,
		open: 'Buka',
		noneThisPeriod: 'Tidak ada tugas dengan tenggat di rentang ini.'
	},
	load: {
		label: 'Beban kerja per orang dan minggu',
		measure: 'Hitung sebagai',
		measures: { hours: 'Jam', count: 'Tugas' },
		person: 'Orang',
		week: ({ day }) => `Minggu ${day}`,
		thisWeek: 'Minggu ini',
		undated: 'Tanpa tanggal',
		nobody: 'Belum ada orang',
		hours: ({ hours }) => `${hours} jam`,
		tasks: ({ count: n }) => `${n} tugas`,
		over: 'Terlalu penuh',
		away: ({ days }) => `cuti ${days} hari`,
		free: 'kosong',
		cell: ({ name, week }) => `Tugas ${name}, ${week}`,
		hint: 'Satu minggu penuh berarti 40 jam, atau 10 tugas. Tugas terlambat dihitung di minggu ini.',
		empty: 'Belum ada yang punya tugas terbuka di sini.'
	},
	my: {
		title: 'Tugas saya',
		section: {
			overdue: 'Terlambat',
			today: 'Hari ini',
			week: 'Minggu ini',
			later: 'Nanti',
			none: 'Tanpa tenggat',
			blocked: 'Terhambat oleh orang lain'
		},
		empty: 'Belum ada tugas untuk Anda minggu ini.',
		finish: ({ title }) => `Selesaikan ${title}`,
		homeTitle: 'Tugas saya hari ini',
		all: 'Semua tugas saya',
		count: ({ count: n }) => `${n} tugas terlambat atau tenggatnya hari ini`
	},
	quick: {
		title: 'Tugas baru',
		board: 'Papan',
		add: 'Tambah',
		noBoard: 'Buat papan dulu. Tugas berada di papan.'
	},
	palette: {
		tasks: 'Tugas',
		boards: 'Papan tugas',
		create: ({ title }) => (title ? `Tugas “${title}”` : 'Tugas baru')
	}
};

import type { tasks as english } from '../en/tasks.ts';

export const tasks: typeof english = {
	task: 'Tugas',
	tasks: 'Tugas',
	newTask: 'Tugas baru',
	addTask: 'Tambah tugas',
	titlePlaceholder: 'Apa yang harus dikerjakan?',
	quickHint: 'Bisa juga: besok, jumat 15.00, @nama, #label, !tinggi',
	status: {
		todo: 'Belum mulai',
		doing: 'Dikerjakan',
		wait: 'Menunggu persetujuan',
		blocked: 'Terhambat',
		done: 'Selesai'
	},
	statusShort: {
		todo: 'Belum',
		doing: 'Dikerjakan',
		wait: 'Menunggu',
		blocked: 'Terhambat',
		done: 'Selesai'
	},
	priority: { urgent: 'Mendesak', high: 'Tinggi', normal: 'Biasa', low: 'Rendah' },
	due: {
		overdue: 'Terlambat',
		today: 'Hari ini',
		week: 'Minggu ini',
		later: 'Nanti',
		none: 'Tanpa tenggat'
	},
	lateBy: ({ days }) => `Terlambat ${days} hari`,
	lateToday: 'Terlambat hari ini',
	today: 'Hari ini',
	tomorrow: 'Besok',
	yesterday: 'Kemarin',
	numberFollows: 'nomor menyusul',
	facts: {
		status: 'Status',
		assignees: 'Penanggung jawab',
		dueOn: 'Tenggat',
		dueTime: 'Jam tenggat',
		startOn: 'Mulai',
		priority: 'Prioritas',
		labels: 'Label',
		channel: 'Kanal',
		estimateMinutes: 'Perkiraan',
		recurrence: 'Berulang',
		board: 'Papan',
		folder: 'Folder',
		title: 'Judul',
		columnId: 'Status'
	},
	checklistCount: ({ done, of }) => `${done} dari ${of} di daftar centang`,
	commentCount: ({ count: n }) => `${n} komentar`,
	blockedBecause: ({ reason }) => `Terhambat: ${reason}`,
	blockedUnseen: 'Terhambat oleh sesuatu yang tidak bisa Anda lihat',
	expected: ({ day }) => `perkiraan ${day}`,
	template: {
		title: 'Template tugas',
		make: 'Simpan sebagai template',
		use: 'Buat tugas darinya',
		from: 'Dari template…',
		newFrom: 'Tugas dari template…',
		start: 'Mulai dari',
		blank: 'Tugas kosong',
		saved: ({ title }) => `“${title}” disimpan sebagai template.`,
		withoutDescription: ({ said }) => `${said} Deskripsinya belum ada di perangkat ini, jadi tidak ikut.`,
		dueAfter: ({ days }) =>
			days === 0
				? 'Tugas baru tenggatnya hari itu juga.'
				: `Tugas baru tenggatnya ${days} hari setelah dibuat.`
	},
	moveToBoard: {
		open: 'Pindah ke papan…',
		title: ({ count: n }) => (n === 1 ? 'Pindah ke papan lain' : `Pindahkan ${n} tugas ke papan lain`),
		board: 'Papan',
		boardIn: ({ board, folder }) => `${board} (${folder})`,
		choose: 'Pilih papan',
		column: 'Kolom',
		sameStatus: 'Status tetap seperti sekarang',
		blind: ({ names }) => `${names} tidak bisa melihat papan itu, jadi tidak akan melihatnya lagi.`,
		fieldsStay: ({ names }) =>
			`Papan itu tidak punya isian ${names}. Isinya tetap disimpan dan muncul lagi di papan ini.`,
		noBoard: 'Tidak ada papan lain yang bisa Anda isi.',
		button: 'Pindahkan ke papan ini'
	},
	done: {
		created: ({ title }) => `“${title}” ditambahkan.`,
		createdMany: ({ count: n }) => `${n} tugas ditambahkan.`,
		renamed: 'Judul tugas diganti.',
		moved: ({ place }) => `Tugas dipindah ke ${place}.`,
		movedMany: ({ count: n, place }) => `${n} tugas dipindah ke ${place}.`,
		reordered: 'Tugas dipindah.',
		changed: ({ fact }) => `${fact} diganti.`,
		changedMany: ({ count: n }) => `${n} tugas diubah.`,
		assigned: ({ name }) => `${name} sekarang penanggung jawabnya.`,
		unassigned: ({ name }) => `${name} tidak lagi penanggung jawabnya.`,
		labelled: ({ label }) => `Label ${label} ditambahkan.`,
		unlabelled: ({ label }) => `Label ${label} dilepas.`,
		purged: 'Tugas dihapus permanen.',
		archived: 'Tugas diarsipkan.',
		unarchived: 'Tugas kembali dari arsip.',
		trashed: 'Tugas dibuang ke Sampah.',
		restored: 'Tugas dikembalikan.',
		blocked: 'Hambatan dicatat.',
		solved: 'Hambatan selesai. Semua tugas yang menunggunya bebas lagi.',
		watched: 'Anda mengikuti tugas ini.',
		unwatched: 'Anda tidak lagi mengikuti tugas ini.',
		linked: 'Tautan ditambahkan.',
		unlinked: 'Tautan dilepas.'
	}
};

import type { access as english } from '../en/access.ts';

export const access: typeof english = {
	level: {
		none: 'Tidak ada',
		view: 'Baca',
		comment: 'Komentar',
		edit: 'Ubah',
		manage: 'Kelola'
	},
	levelHelp: {
		view: 'Membaca semua isi folder',
		comment: 'Membaca dan berkomentar',
		edit: 'Menulis, menambah, dan memindah',
		manage: 'Mengubah, dan menentukan siapa yang melihat'
	},
	role: {
		owner: 'Pemilik',
		admin: 'Admin',
		staff: 'Staf',
		freelancer: 'Freelancer',
		vendor: 'Vendor'
	},
	roleHelp: {
		owner: 'Melihat dan mengelola semuanya, menunjuk pemilik',
		admin: 'Melihat dan mengelola semuanya, termasuk orang',
		staff: 'Bekerja di semua folder terbuka',
		freelancer: 'Hanya folder terpilih, sampai tanggal akhir',
		vendor: 'Hanya folder terpilih, sampai tanggal akhir; tidak pernah mengelola'
	},
	everyRole: {
		owner: 'Semua pemilik',
		admin: 'Semua admin',
		staff: 'Semua staf',
		freelancer: 'Semua freelancer',
		vendor: 'Semua vendor'
	},
	reason: {
		none: (name, folder) => `${name} tidak bisa melihat ${folder}.`,
		may: {
			view: (name, folder) => `${name} bisa membaca ${folder}`,
			comment: (name, folder) => `${name} bisa berkomentar di ${folder}`,
			edit: (name, folder) => `${name} bisa mengubah ${folder}`,
			manage: (name, folder) => `${name} bisa mengelola ${folder}`
		},
		byRole: (role) => `karena perannya ${role}.`,
		byDefault: 'karena folder ini terbuka untuk semua staf.',
		byGrant: (giver, date) => `karena diberi akses langsung oleh ${giver}, ${date}.`,
		byRoleGrant: (role, giver, date) => `karena ${giver} membukanya untuk ${role.toLowerCase()}, ${date}.`,
		byGrantAbove: (folder, giver, date) =>
			`karena diberi akses ke folder ${folder} di atasnya oleh ${giver}, ${date}.`,
		unknownGiver: 'seseorang',
		until: (date) => `Sampai ${date}.`
	},
	done: {
		given: (name, folder, level) => `${name}: ${level.toLowerCase()} di ${folder}.`,
		removed: (name, folder) => `Akses ${name} ke ${folder} dicabut.`,
		restricted: (folder) => `${folder} sekarang dibatasi.`,
		opened: (folder) => `${folder} sekarang terbuka.`
	},
	dialog: {
		title: (folder) => `Akses ke ${folder}`,
		grants: 'Diberikan di sini',
		noGrants: 'Belum ada yang diberi akses langsung di sini.',
		inherited: 'Dari folder di atas atau peran',
		hiddenAbove:
			'Siapa pun yang bisa melihat folder di atasnya juga bisa melihat folder ini. Folder itu tidak terlihat oleh Anda, jadi namanya tidak disebut di sini.',
		givenBy: (giver, date) => `diberikan oleh ${giver}, ${date}`,
		untilWord: 'sampai',
		endsNever: 'tanpa tanggal akhir',
		endDate: 'Tanggal akhir',
		add: 'Tambah orang atau peran',
		addAction: 'Beri akses',
		choose: 'Pilih…',
		people: 'Orang',
		roles: 'Seluruh peran',
		level: 'Tingkat',
		levelOf: (name) => `Tingkat ${name}`,
		remove: (name) => `Cabut akses ${name}`,
		removeShort: 'Cabut',
		endOf: (name) => `Tanggal akhir ${name}`,
		fromTo: (before, after) => `${before}, menjadi ${after}`,
		restrict: 'Batasi folder',
		restrictAsk: 'Batasi…',
		openAsk: 'Buka…',
		restrictHelp: 'Hanya pemilik, admin, dan yang tercantum di sini yang melihatnya.',
		open: 'Buka folder',
		openHelp: 'Akses mengikuti folder di atasnya; bila tidak ada, semua staf melihatnya.',
		restrictedShort: 'dibatasi',
		restricted: 'Folder ini dibatasi: tidak ada akses dari atas.',
		opened: 'Folder ini mengikuti akses dari atas.',
		gains: 'Mulai bisa melihat',
		loses: 'Tidak bisa melihat lagi',
		shifts: 'Tetap melihat, dengan tingkat lain',
		nobodyChanges: 'Tidak ada yang mulai atau berhenti melihatnya.',
		applyRestrict: 'Batasi folder',
		applyOpen: 'Buka folder',
		applyRemove: 'Cabut akses',
		readOnly: 'Anda bisa melihat siapa yang punya akses. Pengelola folder bisa mengubahnya.',
		done: 'Selesai'
	},
	matrix: {
		label: 'Siapa bisa apa, menurut orang dan folder',
		person: 'Orang',
		cell: (name, folder, level) => `${name}, ${folder}: ${level}`,
		own: 'diatur langsung',
		inherited: 'warisan',
		note: 'Tulisan tebal berarti diatur langsung, yang tipis warisan.',
		hint: 'Pilih sel untuk mengubah.',
		columns: 'Yang tampil adalah folder dengan akses sendiri; folder di bawahnya mengikuti.',
		inheritAgain: (level) => `Kembali ke warisan: ${level.toLowerCase()}`,
		pair: (name, folder) => `${name} di ${folder}`,
		more: (folder) => `Semua akses ke ${folder}…`,
		deny: 'Cabut akses',
		empty: 'Belum ada folder. Buat folder pertama, lalu pilih siapa yang melihatnya.'
	}
};

import type { auth as english } from '../en/auth.ts';

export const auth: typeof english = {
	signIn: 'Masuk',
	signInTo: 'Masuk ke Rapi',
	email: 'E-mail',
	password: 'Kata sandi',
	showPassword: 'Tampilkan kata sandi',
	hidePassword: 'Sembunyikan kata sandi',
	wrong: 'E-mail atau kata sandi tidak cocok.',
	throttled: (wait) => `Terlalu banyak percobaan. Coba lagi dalam ${wait}.`,
	seconds: (n) => `${n} detik`,
	minutes: (n) => `${n} menit`,
	emailNeeded: 'Ketik alamat e-mail Anda.',
	emailInvalid: 'Ini bukan alamat e-mail. Contoh: wulan@selasar.example',
	passwordNeeded: 'Ketik kata sandi Anda.',
	nameNeeded: 'Ketik nama Anda.',
	businessNeeded: 'Ketik nama usaha Anda.',
	emailTaken: 'Sudah ada akun dengan e-mail ini. Masuk dengan akun itu.',
	passwordRule: 'Paling sedikit 12 karakter. Satu kalimat mudah diingat.',
	passwordProblem: {
		too_short: 'Kata sandi ini kurang dari 12 karakter.',
		too_long: 'Kata sandi ini lebih dari 128 karakter.',
		common: 'Kata sandi ini ada di daftar kata sandi yang bocor. Pilih yang lain.'
	},
	sessionEnded: 'Sesi Anda berakhir. Masuk lagi; pekerjaan di perangkat ini masih ada.',
	signedOut: 'Anda sudah keluar.',
	language: 'Bahasa',
	languages: { id: 'Indonesia', en: 'English' },
	failed: 'Tidak ada yang berubah. Coba lagi.',
	noOwner: {
		title: 'Rapi siap disiapkan',
		lead: 'Akun pertama dibuat dengan tautan yang hanya dilihat oleh orang yang menjalankan Rapi.',
		steps: [
			'Lihat terminal tempat Rapi dijalankan.',
			'Cari baris dengan “/start?token=”.',
			'Buka tautan itu di peramban ini. Tautan berlaku sekali.'
		],
		lost: 'Tautan hilang? Jalankan Rapi lagi: selama belum ada pemilik, tautan baru dicetak.'
	},
	noWorkspace: {
		title: 'Belum ada ruang kerja untuk Anda',
		lead: (email) =>
			`Anda masuk sebagai ${email}, tetapi saat ini belum menjadi anggota ruang kerja mana pun. Tanyakan kepada yang mengundang Anda.`
	},
	start: {
		title: 'Siapkan Rapi',
		step: (n, of) => `Langkah ${n} dari ${of}`,
		badLink: 'Tautan penyiapan ini tidak berlaku',
		badLinkLead:
			'Tautan sudah dipakai, atau sudah ada yang lebih baru. Jalankan Rapi lagi untuk tautan baru.',
		accountTitle: 'Usaha Anda dan Anda',
		accountLead: 'Anda menjadi pemilik: hanya Anda yang menentukan siapa yang bisa masuk.',
		business: 'Nama usaha',
		name: 'Nama Anda',
		sells: 'Apa yang Anda jual?',
		sellsHelp: 'Boleh kosong. Contoh: baju wanita dan skincare',
		channels: 'Di mana Anda berjualan?',
		optional: 'Boleh kosong',
		channelNames: {
			shopee: 'Shopee',
			tokopedia: 'Tokopedia',
			tiktok: 'TikTok Shop',
			lazada: 'Lazada',
			whatsapp: 'WhatsApp',
			instagram: 'Instagram',
			store: 'Toko sendiri'
		},
		create: 'Buat ruang kerja',
		processTitle: 'Proses mana yang paling sering macet?',
		processLead: 'Pilih satu. SOP pertama untuk proses itu dibuat di folder pertama Anda.',
		processes: {
			shipping: { name: 'Kirim pesanan', title: 'Kirim pesanan sebelum 15.00' },
			chat: { name: 'Balas chat', title: 'Balas chat dalam 10 menit' },
			returns: { name: 'Retur dan tukar ukuran', title: 'Retur dan tukar ukuran' },
			receiving: { name: 'Terima barang', title: 'Terima barang dari konveksi' },
			cash: { name: 'Rekap kas harian', title: 'Rekap kas harian' }
		},
		firstFolder: 'Operasional',
		createSop: 'Buat SOP pertama',
		skip: 'Lewati langkah ini',
		inviteTitle: 'Undang satu orang',
		inviteLead: 'Pilih orang yang paling sering Anda tanyai. Tautan undangan berlaku 72 jam.',
		inviteDone: 'Undangan siap',
		inviteMailed: (email) => `Terkirim ke ${email}. Tautannya juga bisa Anda kirim sendiri.`,
		inviteCopy: 'Kirim tautan ini, misalnya lewat WhatsApp. Tautan hanya ditampilkan di sini.',
		finish: 'Buka ruang kerja'
	},
	join: {
		title: (workspace) => `Gabung ke ${workspace}`,
		invited: (name, workspace) => `${name} mengundang Anda ke ${workspace}.`,
		as: (role) => `Anda bergabung sebagai ${role}.`,
		willSee: 'Yang akan Anda lihat',
		willSeeAll: 'Semua folder, dan pengaturan ruang kerja',
		willSeeOpen: 'Semua folder perusahaan yang terbuka',
		willSeeNothing: 'Belum ada folder. Folder ditambahkan setelah Anda bergabung.',
		until: (date) => `sampai ${date}`,
		outsider: 'Anda hanya melihat folder ini, dan orang-orang di dalamnya.',
		newAccount: 'Baru di sini',
		newAccountLead: 'Buat akun dengan e-mail Anda.',
		haveAccount: 'Saya punya akun',
		signedInAs: (email) => `Anda masuk sebagai ${email}.`,
		joinAs: (email) => `Gabung sebagai ${email}`,
		join: 'Gabung ke ruang kerja',
		otherAccount: 'Pakai akun lain',
		problem: {
			expired: {
				title: 'Undangan ini sudah kedaluwarsa',
				lead: 'Undangan berlaku 72 jam. Minta tautan baru kepada yang mengundang Anda.'
			},
			used: {
				title: 'Undangan ini sudah dipakai',
				lead: 'Bila Anda yang memakainya, masuklah. Bila bukan, minta tautan baru kepada yang mengundang Anda.'
			},
			revoked: {
				title: 'Undangan ini sudah ditarik',
				lead: 'Tanyakan kepada yang mengundang Anda.'
			},
			unknown: {
				title: 'Undangan ini tidak berlaku',
				lead: 'Pastikan seluruh tautan tersalin, atau minta tautan baru.'
			}
		},
		member: 'Anda sudah menjadi anggota ruang kerja ini.',
		open: 'Buka ruang kerja'
	},
	signOut: {
		title: 'Keluar dari perangkat ini?',
		action: 'Keluar',
		plain: 'Salinan ruang kerja dihapus dari perangkat ini.',
		unsent: (n) => `${n} perubahan belum terkirim. Bila keluar sekarang, perubahan itu terhapus.`,
		anyway: 'Keluar dan hapus',
		stay: 'Tetap masuk'
	}
};

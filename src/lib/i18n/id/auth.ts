import type { auth as english } from '../en/auth.ts';

export const auth: typeof english = {
	signIn: 'Masuk',
	signInTo: 'Masuk ke Rapi',
	email: 'E-mail',
	password: 'Kata sandi',
	showPassword: 'Tampilkan kata sandi',
	hidePassword: 'Sembunyikan kata sandi',
	throttled: (wait) => `Terlalu banyak percobaan. Coba lagi dalam ${wait}.`,
	seconds: (n) => `${n} detik`,
	minutes: (n) => `${n} menit`,
	emailNeeded: 'Ketik alamat e-mail Anda.',
	emailInvalid: 'Ini bukan alamat e-mail. Contoh: wulan@selasar.example',
	nameNeeded: 'Ketik nama Anda.',
	businessNeeded: 'Ketik nama usaha Anda.',
	passwordRule: 'Paling sedikit 12 karakter. Satu kalimat mudah diingat.',
	sessionEnded: 'Sesi Anda berakhir. Masuk lagi; pekerjaan di perangkat ini masih ada.',
	failed: 'Tidak ada yang berubah. Coba lagi.',
	language: 'Bahasa',
	languages: { id: 'Indonesia', en: 'English' },
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
		processNeeded: 'Pilih satu proses, atau lewati langkah ini.',
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
		haveAccount: 'Saya punya akun',
		signedInAs: (email) => `Anda masuk sebagai ${email}.`,
		join: 'Gabung ke ruang kerja',
		accountFor: (email) => `Akun Anda dibuat untuk ${email}.`,
		problem: {
			title: 'Undangan ini tidak berlaku',
			lead: 'Minta tautan baru kepada yang mengundang Anda. Biasanya karena:',
			reasons: [
				'Umurnya lebih dari 72 jam.',
				'Sudah dipakai. Bila Anda yang memakainya, masuklah.',
				'Sudah ditarik, atau diganti dengan yang lebih baru.',
				'Tautan tidak tersalin seluruhnya.'
			]
		}
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

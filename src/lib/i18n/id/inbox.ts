import type { inbox as english } from '../en/inbox.ts';

export const inbox: typeof english = {
	title: 'Kotak masuk',
	tab: 'Masuk',
	goInbox: 'Ke Kotak masuk',
	unreadCount: ({ count }) => `${count} belum dibaca`,
	tabs: { 'for-you': 'Untuk Anda', following: 'Diikuti' },
	empty: 'Semua sudah dibaca.',
	unread: 'Belum dibaca',
	readAll: 'Tandai semua dibaca',
	markRead: 'Tandai sudah dibaca',
	markUnread: 'Tandai belum dibaca',
	finish: 'Selesai',
	finished: 'Selesai. Sudah keluar dari kotak masuk.',
	snooze: 'Tunda',
	snoozed: ({ when }) => `Ditunda: ${when}.`,
	snoozes: { hour: '1 jam', afternoon: 'Sore ini', tomorrow: 'Besok 08.00', monday: 'Senin' },
	somebody: 'Seseorang',
	bundle: ({ count }) => `${count} kabar dalam satu jam`,
	recap: ({ day }) => `Ringkasan ${day}`,
	reminders: ({ count }) => `${count} pengingat lainnya`,
	kinds: {
		assigned: ({ actor }) => `${actor} menugaskan ini kepada Anda`,
		mentioned: ({ actor }) => `${actor} menyebut Anda`,
		answered: ({ actor }) => `${actor} menjawab`,
		dueSoon: () => 'Tenggat sudah dekat',
		overdue: () => 'Terlambat',
		escalated: () => 'Dinaikkan kepada Anda: terlambat',
		blocked: ({ actor }) => `${actor} menandai terhambat`,
		freed: ({ actor }) => `${actor} membereskan hambatan`,
		commented: ({ actor }) => `${actor} berkomentar`,
		moved: ({ actor }) => `${actor} memindahkan`,
		done: ({ actor }) => `${actor} menyelesaikan`
	},
	keys: {
		next: 'Baris berikutnya',
		back: 'Baris sebelumnya',
		read: 'Sudah atau belum dibaca',
		finish: 'Selesai dengan satu baris',
		snooze: 'Tunda satu baris'
	},
	settings: {
		section: 'Pemberitahuan',
		lead: 'Apa yang Rapi kabarkan kepada Anda, dan kapan. Berlaku di semua perangkat Anda.',
		saved: 'Tersimpan.',
		dailyTitle: 'Surel dan jam tenang',
		mail: 'Satu surel sehari',
		mailHelp:
			'Yang baru, yang tenggat, yang terlambat, dan yang terhambat. Tidak ada surel bila tidak ada kabar.',
		hour: 'Surel datang pukul',
		quietFrom: 'Tanpa pengingat mulai',
		quietTo: 'Tanpa pengingat sampai',
		quietHelp: 'Pengingat tenggat dan kabar ke perangkat menunggu sampai jam ini lewat.',
		kindsTitle: 'Yang dikabarkan',
		ways: {
			all: 'Kotak masuk, surel, perangkat',
			device: 'Kotak masuk dan perangkat',
			mail: 'Kotak masuk dan surel',
			inbox: 'Kotak masuk saja',
			silent: 'Tidak dikabarkan'
		},
		devices: {
			section: 'Perangkat',
			title: 'Pemberitahuan di perangkat ini',
			lead: 'Kabar muncul di layar, juga saat Rapi tidak dibuka. Judul tugas bisa terbaca di layar terkunci.',
			turnedOn: 'Perangkat ini akan dikabari.',
			turnedOff: 'Perangkat ini tidak dikabari lagi.',
			problems: {
				blocked:
					'Peramban ini menolak pemberitahuan dari Rapi. Buka pengaturan situs di sebelah alamat, izinkan Pemberitahuan, lalu muat ulang.',
				install:
					'Di iPhone dan iPad, pasang Rapi dulu: tekan Bagikan, pilih Tambah ke Layar Utama, lalu buka Rapi dari sana.',
				insecure: 'Pemberitahuan butuh alamat https. Minta yang mengurus server Rapi memasangnya.',
				none: 'Peramban ini tidak bisa menerima pemberitahuan. Coba Chrome, Edge, Firefox, atau Safari yang baru.',
				notAllowed: 'Izin belum diberikan. Nyalakan lagi bila Anda berubah pikiran.',
				noService: 'Layanan pemberitahuan peramban ini tidak menjawab. Coba lagi nanti.'
			},
			listTitle: 'Perangkat yang dikabari',
			lastTold: ({ when }) => `Terakhir dikabari ${when}`,
			neverTold: 'Belum pernah dikabari',
			end: 'Matikan',
			endOf: ({ device }) => `Matikan pemberitahuan di ${device}`,
			ended: ({ device }) => `${device} tidak dikabari lagi.`,
			send: 'Kirim percobaan',
			sent: 'Sudah dikirim. Sebentar lagi muncul di perangkat ini.',
			notSent: 'Percobaan tidak diterima layanan pemberitahuan. Matikan lalu nyalakan lagi, atau coba nanti.',
			tooMany: 'Terlalu sering dicoba. Tunggu beberapa menit.'
		},
		kinds: {
			assigned: 'Tugas diberikan kepada saya',
			mentioned: 'Seseorang menyebut saya',
			answered: 'Jawaban di percakapan saya',
			dueSoon: 'Tenggat tugas saya sudah dekat',
			overdue: 'Tugas saya terlambat',
			escalated: 'Pekerjaan terlambat dinaikkan kepada saya',
			blocked: 'Tugas saya terhambat',
			freed: 'Tugas saya bisa dilanjutkan',
			commented: 'Komentar di tugas yang saya ikuti',
			moved: 'Tugas yang saya ikuti dipindah',
			done: 'Tugas yang saya ikuti selesai'
		}
	}
};

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
		mail: 'Satu surel sehari',
		mailHelp:
			'Yang baru, yang tenggat, yang terlambat, dan yang terhambat. Tidak ada surel bila tidak ada kabar.',
		hour: 'Surel datang pukul',
		quietFrom: 'Tanpa pengingat mulai',
		quietTo: 'Tanpa pengingat sampai',
		quietHelp: 'Pengingat tenggat menunggu sampai jam ini lewat.',
		kindsTitle: 'Yang dikabarkan',
		ways: { mail: 'Kotak masuk dan surel', inbox: 'Kotak masuk saja', silent: 'Tidak dikabarkan' },
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

import type { TrelloWords } from '#domain/tasks/trello/trello-context.ts';

/** In the language of who imports: what is brought is theirs, and speaks as they do. */
export const trelloWords: Readonly<Record<'id' | 'en', TrelloWords>> = {
	id: {
		untitled: 'Tanpa nama',
		todo: 'Belum',
		somebody: 'Seseorang di Trello',
		membersInTrello: 'Anggota di Trello',
		more: 'Lanjutan dari Trello',
		colours: {
			green: 'hijau',
			yellow: 'kuning',
			orange: 'jingga',
			red: 'merah',
			purple: 'ungu',
			blue: 'biru',
			sky: 'biru muda',
			lime: 'hijau muda',
			pink: 'merah muda',
			black: 'hitam'
		}
	},
	en: {
		untitled: 'Untitled',
		todo: 'To do',
		somebody: 'Somebody in Trello',
		membersInTrello: 'Members in Trello',
		more: 'More from Trello',
		colours: {}
	}
};

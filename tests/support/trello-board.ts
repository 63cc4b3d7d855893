/** Things of a made Trello board, as its JSON names them. */
export interface TrelloSketch {
	lists?: unknown[];
	cards?: unknown[];
	[name: string]: unknown;
}

/** The bytes of a Trello export of these things. */
export function trelloFile(sketch: TrelloSketch): Uint8Array {
	return new TextEncoder().encode(JSON.stringify({ name: 'Rilis Senja', lists: [], cards: [], ...sketch }));
}

/** A board of 200 cards and about 1.8 MB: descriptions, checklists, comments, attachments, history. */
export function largeTrelloBoard(): Uint8Array {
	const numbers = (n: number) => Array.from({ length: n }, (_, index) => index);
	const lists = ['To Do', 'Dikerjakan', 'Menunggu', 'Selesai'].map((name, pos) => ({
		id: `l${pos}`,
		name,
		pos
	}));
	const cards = numbers(200).map((n) => ({
		id: `c${n}`,
		name: `Kartu ${n}`,
		desc: `## Bagian ${n}\n\n${'Jahit **rapi**, lalu setrika.\n\n'.repeat(40)}`,
		idList: `l${n % 4}`,
		pos: n,
		closed: n % 10 === 9,
		due: '2026-11-30T03:00:00.000Z',
		attachments: [{ name: 'Pola', url: `https://contoh.id/pola-${n}` }],
		badges: { comments: 3 }
	}));
	const checklists = cards.map(({ id }) => ({
		id: `k${id}`,
		idCard: id,
		name: 'Bahan',
		checkItems: numbers(5).map((pos) => ({
			name: `Benang ${pos}`,
			pos,
			state: pos < 2 ? 'complete' : 'incomplete'
		}))
	}));
	const comments = cards.flatMap((card, n) =>
		numbers(3).map((m) => ({
			type: 'commentCard',
			date: `2026-10-0${m + 1}T08:00:00.000Z`,
			memberCreator: { fullName: 'Sari Dewi', username: 'saridewi' },
			data: { text: `Catatan ${n}.${m} ${'kain '.repeat(60)}`, card: { id: card.id, name: card.name } }
		}))
	);
	const history = numbers(800).map(() => ({ type: 'updateCard', data: { text: 'pindah '.repeat(200) } }));
	return trelloFile({ lists, cards, checklists, actions: [...comments, ...history] });
}

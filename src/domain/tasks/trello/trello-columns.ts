import { boardLimits, type Column, type ColumnKind } from '../../boards/board.ts';
import { limits } from '../../kernel/schema.ts';
import type { TrelloExport, TrelloList } from './trello-export.ts';
import type { TrelloContext } from './trello-context.ts';
import { cutText, noteIn } from './trello-report.ts';

/** Words of a list's name that say what standing in it means; the first that fits counts. */
const kindWords: readonly (readonly [ColumnKind, RegExp])[] = [
	['blocked', /\b(block(ed|ers?)?|stuck|impediments?|terhambat|hambatan|macet|tertahan)\b/],
	['todo', /\b(to ?do|backlog|ready|not started|belum|rencana|antrean|antrian|ide|ideas?)\b/],
	[
		'wait',
		/\b(review|waiting|wait|on hold|hold|pending|testing|qa|approval|menunggu|tunggu|tinjau|tinjauan|periksa|cek)\b/
	],
	['doing', /\b(doing|in progress|progress|ongoing|running|working|wip|dikerjakan|sedang|proses|berjalan)\b/],
	['done', /\b(done|complete|completed|finished|closed|shipped|deployed|selesai|beres|tuntas|terkirim)\b/]
];

/** What a list means, guessed from its name in English or Indonesian; *todo* when it does not say. */
export function guessColumnKind(name: string): ColumnKind {
	const plain = name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ');
	return kindWords.find(([, words]) => words.test(plain))?.[0] ?? 'todo';
}

/** A column of the board with the lists of Trello that it takes in. */
export interface PlannedColumns {
	columns: Column[];
	/** List id → where its cards go; `label`: the name of a list that has no column of its own. */
	homes: Map<string, { column: Column; closed: boolean; label: string | null }>;
	/** Where cards go whose list is missing. */
	first: Column;
}

/** Lists become columns in their order, archived ones last; beyond what a board holds they share one. */
export function planColumns({ lists }: TrelloExport, context: TrelloContext): PlannedColumns {
	const { words, newId, report } = context;
	const ordered = [...lists.items].sort((a, b) => Number(a.closed) - Number(b.closed) || a.pos - b.pos);
	const columns: Column[] = [];
	const homes: PlannedColumns['homes'] = new Map();
	for (const list of ordered) {
		if (homes.has(list.id)) {
			noteIn(report, 'broken', list.name);
			continue;
		}
		const own = columns.length < boardLimits.columns;
		const column = own ? columnFor(list, context) : lastOfKind(columns, guessColumnKind(list.name));
		if (own) columns.push(column);
		else noteIn(report, 'list', list.name);
		homes.set(list.id, { column, closed: list.closed, label: own ? null : list.name });
	}
	noteIn(report, 'broken', '', lists.broken);
	const first = columns[0] ?? { id: newId(), name: words.todo, kind: 'todo' as const, limit: null };
	if (columns.length === 0) columns.push(first);
	report.made.columns = homes.size;
	return { columns, homes, first };
}

function columnFor({ name }: TrelloList, { words, newId }: TrelloContext): Column {
	const title = cutText(name, limits.name) || words.untitled;
	return { id: newId(), name: title, kind: guessColumnKind(name), limit: null };
}

function lastOfKind(columns: readonly Column[], kind: ColumnKind): Column {
	const found = columns.findLast((column) => column.kind === kind) ?? columns.at(-1);
	if (!found) throw new Error('a board without columns holds no list');
	return found;
}

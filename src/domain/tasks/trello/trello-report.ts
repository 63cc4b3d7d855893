/** What of a Trello board a board here cannot hold, or holds in another form. */
export const trelloNotices = [
	/** Kept as text below the description of the card. */
	'member',
	'label',
	'title',
	'checkItem',
	'link',
	'fieldValue',
	'place',
	/** Kept in another form. */
	'list',
	'homeless',
	'upload',
	'longComment',
	'encoding',
	'text',
	/** Left behind. */
	'emptyChecklist',
	'emptyCheckItem',
	'emptyComment',
	'commentElsewhere',
	'commentMissing',
	'field',
	'fieldChoice',
	'boardDescription',
	'cover',
	'vote',
	'sticker',
	'powerUp',
	'history',
	'broken'
] as const;
export type TrelloNoticeKind = (typeof trelloNotices)[number];

/** How often one kind of thing was not carried as it was, and some of them by name. */
export interface TrelloNotice {
	kind: TrelloNoticeKind;
	n: number;
	names: string[];
}

/** What came along, counted as in Trello. */
export interface TrelloMade {
	columns: number;
	tasks: number;
	/** Of the tasks: those that are in the archive. */
	archived: number;
	items: number;
	comments: number;
	links: number;
	fields: number;
}

/** What an import of a Trello board brought, and everything that it did not. */
export interface TrelloReport {
	/** Null as long as there is no board. */
	boardId: string | null;
	name: string;
	made: TrelloMade;
	notices: TrelloNotice[];
}

const mostNames = 50;
const longestName = 120;

export function emptyTrelloReport(): TrelloReport {
	const made = { columns: 0, tasks: 0, archived: 0, items: 0, comments: 0, links: 0, fields: 0 };
	return { boardId: null, name: '', made, notices: [] };
}

/** Notes in the report that something was not carried as it was. */
export function noteIn(report: TrelloReport, kind: TrelloNoticeKind, name: string, n = 1): void {
	if (n === 0) return;
	let notice = report.notices.find((each) => each.kind === kind);
	if (!notice) report.notices.push((notice = { kind, n: 0, names: [] }));
	notice.n += n;
	const shown = cutText(name, longestName);
	if (shown !== '' && notice.names.length < mostNames && !notice.names.includes(shown))
		notice.names.push(shown);
}

/** The beginning of a text, at most `longest` UTF-16 units and never half a character; one line. */
export function cutText(text: string, longest: number): string {
	const line = text
		.normalize('NFC')
		.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
		.trim();
	if (line.length <= longest) return line;
	return line
		.slice(0, longest - 1)
		.replace(/[\ud800-\udbff]$/, '')
		.trimEnd()
		.concat('…');
}

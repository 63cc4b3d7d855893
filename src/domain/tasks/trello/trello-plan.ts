import { generateNKeysBetween } from 'fractional-indexing';
import type { BoardField, Column } from '../../boards/board.ts';
import { limits } from '../../kernel/schema.ts';
import { planCard, type CardParts, type PlannedCard } from './trello-card.ts';
import { TrelloChecklists } from './trello-checklists.ts';
import { planColumns, type PlannedColumns } from './trello-columns.ts';
import { planComments } from './trello-comments.ts';
import type { TrelloContext } from './trello-context.ts';
import type { TrelloCard, TrelloExport } from './trello-export.ts';
import { PlannedFields } from './trello-fields.ts';
import { TrelloMembers } from './trello-members.ts';
import { cutText, noteIn } from './trello-report.ts';

/** A whole board as it will stand here; nothing of it is written yet. */
export interface TrelloPlan {
	name: string;
	columns: Column[];
	fields: BoardField[];
	cards: PlannedCard[];
}

/** Reads a Trello board as a board of tasks. `context.report` then says what comes along and what does not. */
export function planTrello(source: TrelloExport, context: TrelloContext): TrelloPlan {
	const { report, words } = context;
	const columns = planColumns(source, context);
	const fields = new PlannedFields(source, context);
	const members = new TrelloMembers(source, context);
	const parts: CardParts = {
		members,
		fields,
		checklists: new TrelloChecklists(source, members, context),
		comments: planComments(source, members, context),
		labels: new Map(source.labels.items.flatMap((label) => (label.id === null ? [] : [[label.id, label]])))
	};
	report.name = cutText(source.name, limits.name) || words.untitled;
	noteIn(report, 'broken', '', source.cards.broken);
	noteIn(report, 'powerUp', '', source.pluginData.items.length);
	if (source.desc.trim() !== '') noteIn(report, 'boardDescription', source.desc);
	const cards = placed(source.cards.items, columns, context).map((place) => planCard(place, parts, context));
	return { name: report.name, columns: columns.columns, fields: fields.board, cards };
}

/** Where a card will stand. */
export interface CardPlace {
	card: TrelloCard;
	column: Column;
	orderKey: string;
	/** Its list is archived. */
	closed: boolean;
	/** The name of its list, when that has no column of its own. */
	label: string | null;
}

/** The cards in the order of their lists and places, with keys that keep it. */
function placed(
	cards: readonly TrelloCard[],
	{ columns, homes, first }: PlannedColumns,
	{ report }: TrelloContext
): CardPlace[] {
	const listOrder = new Map([...homes.keys()].map((id, index) => [id, index]));
	const orderOf = ({ idList }: TrelloCard) => listOrder.get(idList ?? '') ?? homes.size;
	const byColumn = new Map<Column, Omit<CardPlace, 'orderKey'>[]>(columns.map((column) => [column, []]));
	for (const card of [...cards].sort((a, b) => orderOf(a) - orderOf(b) || a.pos - b.pos)) {
		const home = homes.get(card.idList ?? '');
		if (!home) noteIn(report, 'homeless', card.name);
		const { column, closed, label } = home ?? { column: first, closed: false, label: null };
		byColumn.get(column)?.push({ card, column, closed, label });
	}
	return [...byColumn.values()].flatMap((places) => {
		const keys = generateNKeysBetween(null, null, places.length);
		return places.map((place, index) => ({ ...place, orderKey: keys[index] ?? 'a0' }));
	});
}

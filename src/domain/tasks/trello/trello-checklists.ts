import { generateNKeysBetween } from 'fractional-indexing';
import { localMoment } from '../../kernel/day.ts';
import { limits } from '../../kernel/schema.ts';
import { taskLimits, type CheckItem } from '../task.ts';
import type { TrelloContext } from './trello-context.ts';
import type { TrelloCard, TrelloChecklist, TrelloExport } from './trello-export.ts';
import type { TrelloMembers } from './trello-members.ts';
import { cutText, noteIn } from './trello-report.ts';

type TrelloItem = TrelloChecklist['checkItems']['items'][number];

/** The checklists of a board by card, each in its order. */
export class TrelloChecklists {
	readonly #byCard = new Map<string, TrelloChecklist[]>();
	readonly #context: TrelloContext;
	readonly #members: TrelloMembers;

	constructor({ checklists, cards }: TrelloExport, members: TrelloMembers, context: TrelloContext) {
		this.#context = context;
		this.#members = members;
		noteIn(context.report, 'broken', '', checklists.broken);
		const known = new Set<string>();
		const cardIds = new Set(cards.items.map(({ id }) => id));
		for (const list of checklists.items) this.#add(list, list.idCard ?? '', known, cardIds);
		// Some files keep them inside the cards.
		for (const card of cards.items)
			for (const list of card.checklists.items) this.#add(list, card.id, known, cardIds);
	}

	#add(list: TrelloChecklist, cardId: string, known: Set<string>, cardIds: Set<string>): void {
		const { report } = this.#context;
		if (known.has(list.id)) return;
		known.add(list.id);
		noteIn(report, 'broken', list.name, list.checkItems.broken);
		const { length } = list.checkItems.items;
		if (!cardIds.has(cardId)) return noteIn(report, 'broken', list.name, Math.max(1, length));
		if (length === 0) return noteIn(report, 'emptyChecklist', list.name);
		this.#byCard.set(cardId, [...(this.#byCard.get(cardId) ?? []), list]);
	}

	/** All of a card's checklists as the one that a task has; `lines` is what has no room in it. */
	itemsOf(card: TrelloCard): { items: CheckItem[]; lines: string[] } {
		const lists = [...(this.#byCard.get(card.id) ?? [])].sort((a, b) => a.pos - b.pos);
		this.#byCard.delete(card.id);
		const all = lists.flatMap((list) => {
			const ordered = [...list.checkItems.items].sort((a, b) => a.pos - b.pos);
			return ordered.flatMap((item) => this.#named(item, lists.length > 1 ? list.name : ''));
		});
		const keys = generateNKeysBetween(null, null, Math.min(all.length, taskLimits.items));
		const lines: string[] = [];
		const items = keys.flatMap((orderKey, index) => {
			const [text, item] = all[index] ?? [];
			if (text === undefined || item === undefined) return [];
			if (text.length > limits.title) lines.push(text);
			return [this.#itemFor(item, text, orderKey, card)];
		});
		for (const [text, { state }] of all.slice(taskLimits.items)) {
			noteIn(this.#context.report, 'checkItem', text);
			lines.push(`${state === 'complete' ? '☑' : '☐'} ${text}`);
		}
		this.#context.report.made.items += items.length;
		return { items, lines };
	}

	#named(item: TrelloItem, listName: string): [text: string, item: TrelloItem][] {
		const { report } = this.#context;
		if (item.name.trim() === '') {
			noteIn(report, 'emptyCheckItem', listName);
			return [];
		}
		return [[listName.trim() === '' ? item.name : `${listName.trim()}: ${item.name}`, item]];
	}

	#itemFor(item: TrelloItem, text: string, orderKey: string, card: TrelloCard): CheckItem {
		const { newId, zone, now } = this.#context;
		const { memberIds, strangers } = this.#members.match(item.idMember === null ? [] : [item.idMember]);
		const [stranger] = strangers;
		const named = stranger === undefined ? text : `${text} (${stranger})`;
		return {
			id: newId(),
			text: cutText(named, limits.title) || '…',
			orderKey,
			// When each was ticked is not in the file; it was at the latest when the card last changed.
			doneAt: item.state === 'complete' ? Math.min(card.dateLastActivity ?? now, now) : null,
			doneBy: null,
			assigneeId: memberIds[0] ?? null,
			dueOn: item.due === null ? null : localMoment(item.due, zone).day
		};
	}
}

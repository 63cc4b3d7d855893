import { commentLimits } from '../../comments/comment.ts';
import { limits } from '../../kernel/schema.ts';
import type { TrelloContext } from './trello-context.ts';
import type { TrelloAction, TrelloExport } from './trello-export.ts';
import type { TrelloMembers } from './trello-members.ts';
import { cutText, noteIn } from './trello-report.ts';

/** What somebody said in Trello, with their name there and the time they said it. */
export interface PlannedComment {
	author: string;
	at: number;
	editedAt: number | null;
	body: string;
}

/** The comments of a board by card; everything else that happened there stays behind. */
export function planComments(
	{ actions, cards }: TrelloExport,
	members: TrelloMembers,
	context: TrelloContext
): Map<string, PlannedComment[]> {
	const { report } = context;
	const byCard = new Map<string, PlannedComment[]>();
	const said = new Map<string, number>();
	const cardIds = new Set(cards.items.map(({ id }) => id));
	noteIn(report, 'broken', '', actions.broken);
	for (const action of actions.items) {
		const { card, text } = action.data;
		if (action.type !== 'commentCard' && action.type !== 'copyCommentCard') {
			noteIn(report, 'history', action.type);
			continue;
		}
		if (card === null || !cardIds.has(card.id)) {
			noteIn(report, 'commentElsewhere', text);
			continue;
		}
		said.set(card.id, (said.get(card.id) ?? 0) + 1);
		const comments = commentsFor(action, members, context);
		if (comments.length === 0) noteIn(report, 'emptyComment', card.name);
		else report.made.comments += 1;
		byCard.set(card.id, [...(byCard.get(card.id) ?? []), ...comments]);
	}
	for (const { id, name, badges } of cards.items)
		noteIn(report, 'commentMissing', name, Math.max(0, badges.comments - (said.get(id) ?? 0)));
	for (const comments of byCard.values()) comments.sort((a, b) => a.at - b.at);
	return byCard;
}

/** One comment, or several that follow each other where one cannot hold the text. */
function commentsFor(
	{ data, date, memberCreator, idMemberCreator }: TrelloAction,
	members: TrelloMembers,
	{ words, now, report }: TrelloContext
): PlannedComment[] {
	const named = memberCreator?.fullName.trim() || memberCreator?.username.trim();
	const author = cutText(named || members.nameOf(idMemberCreator) || '', limits.name) || words.somebody;
	const parts = partsOf(readable(data.text));
	if (parts.length > 1) noteIn(report, 'longComment', data.text);
	const at = Math.min(date ?? now, now);
	const editedAt = data.dateLastEdited === null ? null : Math.min(data.dateLastEdited, now);
	return parts.map((body, index) => ({ author, at: at + index, editedAt, body }));
}

/** Nothing in a text from outside may stand for a mention here. */
function readable(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[^\P{Cc}\n\t]+/gu, '')
		.replace(/@\[(?=[0-9a-f-]{36}\])/g, '@ [')
		.trim();
}

function partsOf(text: string): string[] {
	const parts: string[] = [];
	for (let rest = text; rest !== '';) {
		const part = rest.slice(0, commentLimits.body).replace(/[\ud800-\udbff]$/, '');
		parts.push(part.trim());
		rest = rest.slice(part.length).trim();
	}
	return parts;
}

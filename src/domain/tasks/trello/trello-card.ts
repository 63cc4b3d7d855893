import { localMoment } from '../../kernel/day.ts';
import { limits } from '../../kernel/schema.ts';
import { taskLimits, type Task, type TaskLink } from '../task.ts';
import type { TrelloChecklists } from './trello-checklists.ts';
import type { PlannedComment } from './trello-comments.ts';
import type { TrelloContext } from './trello-context.ts';
import type { TrelloCard, TrelloLabel } from './trello-export.ts';
import type { PlannedFields } from './trello-fields.ts';
import type { TrelloMembers } from './trello-members.ts';
import type { CardPlace } from './trello-plan.ts';
import { cutText, noteIn } from './trello-report.ts';

/** What the cards of one board have in common. */
export interface CardParts {
	members: TrelloMembers;
	fields: PlannedFields;
	checklists: TrelloChecklists;
	/** By card id; each is handed out once. */
	comments: Map<string, PlannedComment[]>;
	labels: ReadonlyMap<string, TrelloLabel>;
}

type Facts = Pick<
	Task,
	| 'id'
	| 'columnId'
	| 'orderKey'
	| 'title'
	| 'dueOn'
	| 'dueTime'
	| 'startOn'
	| 'assigneeIds'
	| 'labels'
	| 'checklist'
	| 'links'
	| 'fields'
	| 'templateAt'
	| 'doneAt'
	| 'archivedAt'
>;

/** A card as a task, with what is said of it. */
export interface PlannedCard {
	task: Facts;
	/** Markdown. */
	description: string;
	/** What the task itself has no place for; lines of plain text below the description. */
	lines: string[];
	comments: PlannedComment[];
}

/** Longest description that is read as Markdown, in UTF-16 units. */
const longestDescription = 100_000;

export function planCard(place: CardPlace, parts: CardParts, context: TrelloContext): PlannedCard {
	const { card, column, orderKey } = place;
	const { report, now, words } = context;
	const title = titleOf(card, context);
	const { memberIds, strangers } = parts.members.match(card.idMembers.items);
	const labels = labelsOf(place, parts, context);
	const checklist = parts.checklists.itemsOf(card);
	const links = linksOf(card, context);
	const fields = parts.fields.valuesOf(card);
	for (const line of fields.lines) noteIn(report, 'fieldValue', line);
	noteRest(card, context);
	const lastActive = Math.min(card.dateLastActivity ?? now, now);
	const archived = card.closed || place.closed;
	const done = !card.isTemplate && (card.dueComplete || column.kind === 'done');
	report.made.tasks += 1;
	if (archived) report.made.archived += 1;
	const comments = parts.comments.get(card.id) ?? [];
	parts.comments.delete(card.id);
	return {
		task: {
			id: context.newId(),
			columnId: column.id,
			orderKey,
			title: title.text,
			...daysOf(card, context),
			assigneeIds: memberIds.slice(0, taskLimits.assignees),
			labels: labels.kept,
			checklist: checklist.items,
			links: links.kept,
			fields: fields.values,
			templateAt: card.isTemplate ? now : null,
			doneAt: done ? lastActive : null,
			archivedAt: archived ? lastActive : null
		},
		description: descriptionOf(card, context),
		lines: [
			...title.lines,
			...(strangers.length > 0 ? [`${words.membersInTrello}: ${strangers.join(', ')}`] : []),
			...labels.lines,
			...fields.lines,
			...[card.locationName, card.address].filter((line) => line.trim() !== ''),
			...checklist.lines,
			...links.lines
		],
		comments
	};
}

function titleOf({ name }: TrelloCard, { words, report }: TrelloContext): { text: string; lines: string[] } {
	const text = cutText(name, limits.title);
	if (text === '') return { text: words.untitled, lines: [] };
	const whole = cutText(name, Infinity);
	if (whole === text) return { text, lines: [] };
	noteIn(report, 'title', text);
	return { text, lines: [whole] };
}

function daysOf(
	{ due, start }: TrelloCard,
	{ zone }: TrelloContext
): Pick<Task, 'dueOn' | 'dueTime' | 'startOn'> {
	const { day, time } = due === null ? { day: null, time: null } : localMoment(due, zone);
	return { dueOn: day, dueTime: time, startOn: start === null ? null : localMoment(start, zone).day };
}

function labelsOf(
	{ card, label: listName }: CardPlace,
	{ labels }: CardParts,
	{ words, report }: TrelloContext
): { kept: string[]; lines: string[] } {
	const byId = card.idLabels.items.flatMap((id) => labels.get(id) ?? []);
	const named = [...card.labels.items, ...byId].map(
		({ name, color }) => name.trim() || colourName(color, words)
	);
	const all = new Set(
		[...(listName === null ? [] : [listName]), ...named].filter((name) => name.trim() !== '')
	);
	const kept = new Set<string>();
	const lines: string[] = [];
	for (const name of all) {
		const short = cutText(name, taskLimits.label);
		const whole = short === cutText(name, Infinity);
		if (short !== '' && kept.size < taskLimits.labels) kept.add(short);
		if (whole && kept.has(short)) continue;
		lines.push(name);
		noteIn(report, 'label', name);
	}
	return { kept: [...kept], lines };
}

/** Trello's colours come plain, `_light` and `_dark`. */
function colourName(color: string, { colours }: TrelloContext['words']): string {
	const plain = color.replace(/_(light|dark)$/, '');
	return (Object.hasOwn(colours, plain) ? colours[plain] : plain) ?? '';
}

function linksOf(
	{ attachments }: TrelloCard,
	{ newId, report }: TrelloContext
): { kept: TaskLink[]; lines: string[] } {
	const kept: TaskLink[] = [];
	const lines: string[] = [];
	noteIn(report, 'broken', '', attachments.broken);
	for (const { name, url, isUpload } of attachments.items) {
		const target = url.trim();
		const title = cutText(name, limits.title);
		if (kept.length < taskLimits.links && target.length <= 2_000 && /^https?:\/\/\S+$/i.test(target)) {
			kept.push({ id: newId(), kind: 'url', target, title: title === target ? '' : title });
			if (isUpload) noteIn(report, 'upload', name || target);
		} else {
			lines.push([title, cutText(url, 2_000)].filter((part) => part !== '').join(': ') || '…');
			noteIn(report, 'link', name || url || '…');
		}
	}
	report.made.links += kept.length;
	return { kept, lines };
}

function descriptionOf({ desc, name }: TrelloCard, { report }: TrelloContext): string {
	if (desc.length <= longestDescription) return desc;
	noteIn(report, 'text', name);
	return desc.slice(0, longestDescription).replace(/[\ud800-\udbff]$/, '');
}

function noteRest(card: TrelloCard, { report }: TrelloContext): void {
	const { name, cover, badges } = card;
	const covered = cover.idAttachment !== null || cover.color !== '' || cover.idUploadedBackground !== null;
	if (covered) noteIn(report, 'cover', name);
	if (card.address.trim() !== '' || card.locationName.trim() !== '') noteIn(report, 'place', name);
	noteIn(report, 'vote', name, Math.max(badges.votes, card.idMembersVoted.items.length));
	noteIn(report, 'sticker', name, card.stickers.items.length);
	noteIn(report, 'powerUp', name, card.pluginData.items.length);
	noteIn(report, 'broken', name, card.customFieldItems.broken + card.idMembers.broken + card.labels.broken);
}

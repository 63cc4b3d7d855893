import { uuidv7 } from 'uuidv7';
import { descriptionIdOf } from '#domain/tasks/describe-task.ts';
import type { PlannedCard } from '#domain/tasks/trello/trello-card.ts';
import { writeFirstText, type FirstText } from '../pages/page-effects.ts';
import type { Caller } from '../records/command-runner.ts';
import type { ServerTx } from '../records/server-tx.ts';
import type { Trx } from '../storage/tables.ts';

/** A card with the text of its description, ready to be written. */
export interface ReadyCard {
	card: PlannedCard;
	text: FirstText | undefined;
}

export interface CardPlaceHere {
	caller: Caller;
	boardId: string;
	folderId: string;
	now: number;
}

/** Writes cards as tasks with their numbers, descriptions and comments. */
export async function putCards(
	trx: Trx,
	tx: ServerTx,
	batch: readonly ReadyCard[],
	place: CardPlaceHere
): Promise<void> {
	const numbered = batch.filter(({ card }) => card.task.templateAt === null);
	let number = await takeNumbers(trx, place.caller.workspaceId, numbered.length);
	for (const { card, text } of batch) {
		const isTemplate = card.task.templateAt !== null;
		await putTask(tx, card, {
			...place,
			number: isTemplate ? null : (number += 1),
			described: text !== undefined
		});
		if (text) await putDescription(trx, tx, card, text, place);
		for (const comment of card.comments) await putComment(tx, card, comment, place);
	}
}

/** Reserves human numbers; the last one that was given before them. */
async function takeNumbers(trx: Trx, workspaceId: string, n: number): Promise<number> {
	const { taskCounter } = await trx
		.updateTable('workspaces')
		.set((eb) => ({ taskCounter: eb('taskCounter', '+', n) }))
		.where('id', '=', workspaceId)
		.returning('taskCounter')
		.executeTakeFirstOrThrow();
	return taskCounter - n;
}

function putTask(
	tx: ServerTx,
	{ task }: PlannedCard,
	{
		caller,
		boardId,
		folderId,
		now,
		number,
		described
	}: CardPlaceHere & { number: number | null; described: boolean }
): Promise<void> {
	return tx.put('tasks', {
		...task,
		workspaceId: caller.workspaceId,
		folderId,
		boardId,
		number,
		priority: 'normal',
		channel: null,
		estimateMinutes: null,
		recurrence: null,
		teamIds: [],
		watcherIds: [],
		blockerIds: [],
		freedIds: [],
		attachments: [],
		descriptionId: described ? descriptionIdOf(task.id) : null,
		seriesId: null,
		writers: {},
		overruled: [],
		trashedAt: null,
		createdBy: caller.memberId,
		createdAt: now,
		version: 0,
		deletedAt: null
	});
}

async function putDescription(
	trx: Trx,
	tx: ServerTx,
	{ task }: PlannedCard,
	text: FirstText,
	{ caller, folderId, now }: CardPlaceHere
): Promise<void> {
	const id = descriptionIdOf(task.id);
	await tx.put('pages', {
		id,
		workspaceId: caller.workspaceId,
		folderId,
		title: task.title,
		kind: 'task',
		orderKey: 'a0',
		archivedAt: null,
		trashedAt: null,
		createdBy: caller.memberId,
		createdAt: now,
		editedAt: now,
		contentSeq: 0,
		version: 0,
		deletedAt: null
	});
	await writeFirstText(trx, id, text, { memberId: caller.memberId, now });
}

/**
 * A comment under its author's name and time in Trello. It is the importer's own here, even when
 * somebody of that name is a member: a file must not be able to put words into a colleague's mouth.
 */
function putComment(
	tx: ServerTx,
	{ task }: PlannedCard,
	{ author, at, editedAt, body }: PlannedCard['comments'][number],
	{ caller, folderId }: CardPlaceHere
): Promise<void> {
	return tx.put('comments', {
		id: uuidv7(),
		workspaceId: caller.workspaceId,
		folderId,
		taskId: task.id,
		threadId: null,
		body,
		mentionIds: [],
		reactions: {},
		importedAuthor: author,
		editedAt,
		resolvedAt: null,
		resolvedBy: null,
		createdBy: caller.memberId,
		createdAt: at,
		version: 0,
		deletedAt: null
	});
}

import { randomUUID } from 'node:crypto';
import { pageSkeleton } from '#domain/pages/skeleton.ts';
import type { PageKind } from '#domain/pages/page.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { descriptionIdOf } from '#domain/tasks/describe-task.ts';
import type { Trx } from '../storage/tables.ts';
import type { CommandEffect } from '../records/command-runner.ts';
import { encodeFirstUpdate } from './first-update.ts';
import { PageDocument } from './page-document.ts';

/**
 * Stores a new page's text with its row: what the device that made it has begun with, or else the
 * skeleton of its kind. Nobody ever seeds a page that exists.
 */
export const storeFirstUpdate: CommandEffect = async (trx, input, { actor, now }) => {
	const { id, kind, content } = input as { id: string; kind: PageKind; content?: string };
	return storeText(trx, { id, kind, content }, { memberId: actor.memberId, now });
};

/** The same for the description of a task, when the command has begun it and not found it there. */
export const storeDescription: CommandEffect = async (trx, input, { actor, now, tx }) => {
	const { id: taskId, content } = input as { id: string; content?: string };
	const id = descriptionIdOf(taskId);
	if (!tx.changes.has(`pages:${id}`)) return undefined;
	return storeText(trx, { id, kind: 'task', content }, { memberId: actor.memberId, now });
};

async function storeText(
	trx: Trx,
	{ id, kind, content }: { id: string; kind: PageKind; content: string | undefined },
	{ memberId, now }: { memberId: string; now: number }
): Promise<Refusal | undefined> {
	const first =
		content === undefined ? seed(kind) : judgeFirstText([Buffer.from(content, 'base64')], memberId);
	if (isRefusal(first)) return first;
	await writeFirstText(trx, id, first, { memberId, now });
	return undefined;
}

/** Writes down the beginning of a page's text, with its row's transaction. */
export async function writeFirstText(
	trx: Trx,
	pageId: string,
	{ bytes, clients }: FirstText,
	{ memberId, now }: { memberId: string; now: number }
): Promise<void> {
	await trx.insertInto('pageUpdate').values({ pageId, seq: 1, bytes, memberId, at: now }).execute();
	for (const clientId of clients)
		await trx.insertInto('pageClient').values({ pageId, clientId, memberId }).execute();
}

/** Drops the text of a page that is gone for ever. */
export const dropText: CommandEffect = async (trx, input) => {
	await dropTextOf(trx, (input as { id: string }).id);
	return undefined;
};

/** The same for the description of a task. */
export const dropDescription: CommandEffect = async (trx, input) => {
	await dropTextOf(trx, descriptionIdOf((input as { id: string }).id));
	return undefined;
};

async function dropTextOf(trx: Trx, pageId: string): Promise<void> {
	for (const table of ['pageUpdate', 'pageState', 'pageClient', 'images'] as const)
		await trx.deleteFrom(table).where('pageId', '=', pageId).execute();
}

/** What a page begins with, as one update, and the client ids that wrote it. */
export interface FirstText {
	bytes: Uint8Array;
	clients: readonly number[];
}

/** Judges the updates that a page begins with as if a member had sent them one after the other. */
export function judgeFirstText(updates: readonly Uint8Array[], memberId: string): FirstText | Refusal {
	const document = new PageDocument();
	const clients: number[] = [];
	for (const update of updates) {
		const admitted = document.admit(update, memberId);
		if ('refused' in admitted) return refuse('invalid', 'content', admitted.refused);
		clients.push(...admitted.newClients);
	}
	return { bytes: document.state(), clients };
}

/** The server's own beginning of a page; its client id belongs to nobody. */
function seed(kind: PageKind): FirstText {
	return { bytes: encodeFirstUpdate(pageSkeleton(kind, randomUUID)), clients: [] };
}

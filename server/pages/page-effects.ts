import { randomUUID } from 'node:crypto';
import { pageSkeleton } from '#domain/pages/skeleton.ts';
import type { PageKind } from '#domain/pages/page.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { CommandEffect } from '../records/command-runner.ts';
import { encodeFirstUpdate } from './first-update.ts';
import { PageDocument } from './page-document.ts';

/**
 * Stores a new page's text with its row: what the device that made it has begun with, or else the
 * skeleton of its kind. Nobody ever seeds a page that exists.
 */
export const storeFirstUpdate: CommandEffect = async (trx, input, { actor, now }) => {
	const { id, kind, content } = input as { id: string; kind: PageKind; content?: string };
	const first = content === undefined ? seed(kind) : judge(Buffer.from(content, 'base64'), actor.memberId);
	if (isRefusal(first)) return first;
	const { memberId } = actor;
	await trx
		.insertInto('pageUpdate')
		.values({ pageId: id, seq: 1, bytes: first.bytes, memberId, at: now })
		.execute();
	for (const clientId of first.clients)
		await trx.insertInto('pageClient').values({ pageId: id, clientId, memberId }).execute();
	return undefined;
};

/** Drops the text of a page that is gone for ever. */
export const dropText: CommandEffect = async (trx, input) => {
	const { id } = input as { id: string };
	await trx.deleteFrom('pageUpdate').where('pageId', '=', id).execute();
	await trx.deleteFrom('pageState').where('pageId', '=', id).execute();
	await trx.deleteFrom('pageClient').where('pageId', '=', id).execute();
	await trx.deleteFrom('images').where('pageId', '=', id).execute();
	return undefined;
};

interface FirstUpdate {
	bytes: Uint8Array;
	clients: readonly number[];
}

function judge(bytes: Uint8Array, memberId: string): FirstUpdate | Refusal {
	const document = new PageDocument();
	const admitted = document.admit(bytes, memberId);
	if ('refused' in admitted) return refuse('invalid', 'content', admitted.refused);
	return { bytes: document.state(), clients: admitted.newClients };
}

/** The server's own beginning of a page; its client id belongs to nobody. */
function seed(kind: PageKind): FirstUpdate {
	return { bytes: encodeFirstUpdate(pageSkeleton(kind, randomUUID)), clients: [] };
}

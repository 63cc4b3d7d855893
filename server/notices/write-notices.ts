import { sql } from 'kysely';
import type { Notice } from '#domain/notices/notice.ts';
import type { Committed } from '../events/bus.ts';
import { nextVersion } from '../records/command-runner.ts';
import { queuePushes } from '../push/queue-pushes.ts';
import { ServerTx } from '../records/server-tx.ts';
import type { Trx } from '../storage/tables.ts';

/** A notice before it is written; its id follows from cause, member and kind. */
export type NewNotice = Pick<
	Notice,
	'id' | 'folderId' | 'memberId' | 'kind' | 'taskId' | 'commentId' | 'byId' | 'at' | 'foldedOn'
>;

/** Of these ids, those that were ever written. */
export async function writtenIds(trx: Trx, ids: readonly string[]): Promise<Set<string>> {
	const rows = await trx
		.selectFrom('notices')
		.select('id')
		.where('id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
		.execute();
	return new Set(rows.map(({ id }) => id));
}

/** Writes what is not there yet, under one version, and notes which devices get it. The caller publishes the answer after the commit. */
export async function writeNotices(
	trx: Trx,
	workspaceId: string,
	wanted: readonly NewNotice[]
): Promise<Committed | undefined> {
	const known = await writtenIds(
		trx,
		wanted.map(({ id }) => id)
	);
	const missing = wanted.filter(({ id }) => !known.has(id));
	if (missing.length === 0) return undefined;
	const version = await nextVersion(trx, workspaceId);
	const tx = new ServerTx(trx, workspaceId, version);
	const fresh = { workspaceId, readAt: null, doneAt: null, snoozedUntil: null, version: 0, deletedAt: null };
	for (const notice of missing) await tx.put('notices', { ...fresh, ...notice });
	await queuePushes(trx, workspaceId, missing);
	const changes = [...tx.changes.values()];
	const command = { command: 'notices.tell', commandId: '', memberId: '' };
	return { workspaceId, version, ...command, changes, accessChanged: false };
}

import { createHash } from 'node:crypto';
import type { SubjectRef } from '#domain/commands/command.ts';
import { equalValues } from '#domain/records/equal-values.ts';
import { folderOf } from '#domain/records/nouns.ts';
import type { RowChange } from '../records/server-tx.ts';
import type { EventRow, Trx } from '../storage/tables.ts';

export interface EventFacts {
	workspaceId: string;
	at: number;
	actor: string;
	name: string;
	subject: SubjectRef;
	changes: readonly RowChange[];
	cause: string;
}

/**
 * Appends one event to the workspace's log, chained to the one before by its hash, in the
 * transaction that makes the change.
 */
export async function appendEvent(trx: Trx, facts: EventFacts): Promise<void> {
	const last = await trx
		.selectFrom('event')
		.select(['seq', 'hash'])
		.where('workspaceId', '=', facts.workspaceId)
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
	const main = facts.changes.find(({ after }) => after.id === facts.subject.id) ?? facts.changes[0];
	const row: Omit<EventRow, 'hash'> = {
		workspaceId: facts.workspaceId,
		seq: (last?.seq ?? 0) + 1,
		at: facts.at,
		actor: facts.actor,
		name: facts.name,
		folderId: main ? folderOf(main.noun, main.after) : null,
		subjectNoun: facts.subject.noun,
		subjectId: facts.subject.id,
		before: JSON.stringify(changedColumns(facts.changes, 'before')),
		after: JSON.stringify(changedColumns(facts.changes, 'after')),
		onBehalfOf: null,
		cause: facts.cause,
		prevHash: last?.hash ?? ''
	};
	await trx
		.insertInto('event')
		.values({ ...row, hash: hashEvent(row) })
		.execute();
}

/** What a member did that changes no record: an invitation, a key. `cause` is the id of that. */
export interface Act {
	workspaceId: string;
	memberId: string;
	/** In the manner of commands: `invitations.make`. */
	name: string;
	cause: string;
	at: number;
}

/** Appends an event about whoever did something, in the transaction that does it. */
export function appendAct(trx: Trx, { memberId, ...facts }: Act): Promise<void> {
	const subject = { noun: 'members', id: memberId } as const;
	return appendEvent(trx, { ...facts, actor: memberId, subject, changes: [] });
}

/** SHA-256 over every column in a fixed order; the previous event's hash is one of them. */
export function hashEvent(row: Omit<EventRow, 'hash'>): string {
	const columns = [
		row.workspaceId,
		row.seq,
		row.at,
		row.actor,
		row.name,
		row.folderId,
		row.subjectNoun,
		row.subjectId,
		row.before,
		row.after,
		row.onBehalfOf,
		row.cause,
		row.prevHash
	];
	return createHash('sha256').update(JSON.stringify(columns)).digest('hex');
}

type Columns = Record<string, unknown>;

function changedColumns(changes: readonly RowChange[], side: 'before' | 'after'): Record<string, Columns> {
	const result: Record<string, Columns> = {};
	for (const { noun, before, after } of changes) {
		const old: Columns = { ...before };
		const now: Columns = { ...after };
		const source = side === 'before' ? old : now;
		const differing = Object.keys(now).filter(
			(column) => column !== 'version' && !equalValues(old[column], now[column])
		);
		if (side === 'before' && !before) continue;
		result[`${noun}:${after.id}`] = Object.fromEntries(differing.map((column) => [column, source[column]]));
	}
	return result;
}

import { uuidv7 } from 'uuidv7';
import type { SubjectRef } from '#domain/commands/command.ts';
import type { Committed } from '../events/bus.ts';
import { appendEvent } from '../events/event-log.ts';
import type { Trx } from '../storage/tables.ts';
import { bumpAccessEpoch, nextVersion, touchAccess } from './command-runner.ts';
import { ServerTx } from './server-tx.ts';

export interface WriteFacts {
	workspaceId: string;
	/** Who causes it; the event's actor. */
	memberId: string;
	/** The event's name, in the manner of commands: `people.join`. */
	name: string;
	now: number;
	/** What binds several events: the import that they are parts of. Otherwise an id of its own. */
	cause?: string;
}

/**
 * Changes that no member can command (the first owner, somebody who joins, a batch of an import):
 * version, rows, event and epoch in the caller's transaction. The caller publishes the answer after it.
 */
export async function writeRecords(
	trx: Trx,
	{ workspaceId, memberId, name, now, cause }: WriteFacts,
	write: (tx: ServerTx) => Promise<SubjectRef>
): Promise<Committed> {
	const version = await nextVersion(trx, workspaceId);
	const tx = new ServerTx(trx, workspaceId, version);
	const subject = await write(tx);
	const changes = [...tx.changes.values()];
	const commandId = cause ?? uuidv7();
	const accessChanged = touchAccess(changes);
	await appendEvent(trx, { workspaceId, at: now, actor: memberId, name, subject, changes, cause: commandId });
	if (accessChanged) await bumpAccessEpoch(trx, workspaceId);
	return { workspaceId, version, command: name, commandId, memberId, changes, accessChanged };
}

import { expect } from 'vitest';
import type { CommandName } from '#domain/commands/commands.ts';
import type { SyncHome } from '../support/sync-home.ts';
import type { Client } from './clients.ts';
import { receiptIds } from './gathering.ts';

/**
 * Every comment that was taken is there in its author's words, or in those that an edit gave it; it
 * is gone only where somebody removed it, or its task for good.
 */
export async function expectCommentsKept(sync: SyncHome, clients: Client[]): Promise<void> {
	const receipts = await receiptIds(sync);
	const done = clients.flatMap(({ sent }) => sent.filter(({ id }) => receipts.has(id)));
	const inputsOf = (name: CommandName) =>
		done.filter((command) => command.name === name).map(({ input }) => input);
	const removed = new Set(inputsOf('comments.remove').map(({ id }) => id));
	const purged = new Set(inputsOf('tasks.purge').map(({ id }) => id));
	const edits = Map.groupBy(inputsOf('comments.edit'), ({ id }) => id);
	const rows = await sync.home.services.storage.db.selectFrom('comments').selectAll().execute();
	const comments = new Map(rows.map((row) => [row.id, row]));
	for (const { id, taskId, body } of inputsOf('comments.add')) {
		const comment = comments.get(String(id));
		if (!comment) throw new Error(`comment ${String(id)} is lost`);
		const words = [body, ...(edits.get(id) ?? []).map((edit) => edit['body'])];
		expect(words, `the words of comment ${String(id)}`).toContain(comment.body);
		const isGone = removed.has(id) || purged.has(taskId);
		if (!isGone) expect(comment.deletedAt, `comment ${String(id)} was removed by nobody`).toBeNull();
	}
}

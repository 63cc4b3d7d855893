import { sql } from 'kysely';
import type { Task } from '#domain/tasks/task.ts';
import { readRow } from '../records/row-codec.ts';
import type { Trx } from '../storage/tables.ts';

/** The tasks that name a blocker, done ones too. */
export async function tasksNaming(trx: Trx, workspaceId: string, blockerId: string): Promise<Task[]> {
	const rows = await trx
		.selectFrom('tasks')
		.selectAll()
		.where('workspaceId', '=', workspaceId)
		// In these words the index of the tasks that wait at all is used.
		.where(sql<boolean>`blocker_ids <> '[]'`)
		.where('deletedAt', 'is', null)
		.where(sql<boolean>`instr(blocker_ids, ${blockerId}) > 0`)
		.execute();
	return rows.map((row) => readRow('tasks', row));
}

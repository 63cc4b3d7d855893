import type { Task } from '#domain/tasks/task.ts';
import type { CommandEffect } from '../records/command-runner.ts';
import type { ServerTx } from '../records/server-tx.ts';
import { tasksNaming } from './waiting-tasks.ts';

/**
 * Keeps `freedIds` of the tasks that the command wrote, and of those in other folders that name a
 * blocker which it wrote.
 */
export const keepFreed: CommandEffect = async (trx, _input, { actor, tx }) => {
	const taskIds = new Set<string>();
	for (const { noun, after } of tx.changes.values()) {
		if ('blockerIds' in after && after.blockerIds.length + after.freedIds.length > 0) taskIds.add(after.id);
		if (noun !== 'blockers') continue;
		for (const { id } of await tasksNaming(trx, actor.workspaceId, after.id)) taskIds.add(id);
	}
	for (const id of taskIds) {
		const task = await tx.get('tasks', id);
		const freedIds = task ? await freedOf(tx, task) : [];
		if (task && freedIds.join() !== task.freedIds.join()) await tx.put('tasks', { ...task, freedIds });
	}
	return undefined;
};

async function freedOf(tx: ServerTx, { blockerIds, folderId }: Task): Promise<string[]> {
	const blockers = await Promise.all(blockerIds.map((id) => tx.get('blockers', id)));
	return blockers
		.filter((blocker) => blocker !== undefined)
		.filter((blocker) => blocker.folderId !== folderId && blocker.solvedAt !== null)
		.map(({ id }) => id);
}

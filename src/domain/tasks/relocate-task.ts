import type { Tx } from '../records/tx.ts';
import type { Task } from './task.ts';

/**
 * Puts a task with other columns and takes what belongs to it along to its folder: comments,
 * notices, and the page of its description.
 */
export async function relocateTask(tx: Tx, task: Task, columns: Partial<Task>): Promise<void> {
	const moved = { ...task, ...columns };
	await tx.put('tasks', moved);
	const { folderId } = moved;
	if (folderId === task.folderId) return;
	for (const comment of await tx.list('comments', { taskId: task.id }))
		await tx.put('comments', { ...comment, folderId });
	for (const notice of await tx.list('notices', { taskId: task.id }))
		await tx.put('notices', { ...notice, folderId });
	const page = task.descriptionId === null ? undefined : await tx.get('pages', task.descriptionId);
	if (page) await tx.put('pages', { ...page, folderId });
}

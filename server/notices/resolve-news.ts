import type { News } from '#domain/notices/event-news.ts';
import type { TaskNews } from '#domain/notices/notices-of.ts';
import type { Task } from '#domain/tasks/task.ts';
import { ServerTx } from '../records/server-tx.ts';
import type { Trx } from '../storage/tables.ts';
import { tasksNaming } from '../tasks/waiting-tasks.ts';

/** Puts news together with the tasks, comments and people it is about; what is gone is no news. */
export async function resolveNews(trx: Trx, workspaceId: string, news: readonly News[]): Promise<TaskNews[]> {
	const tx = new ServerTx(trx, workspaceId, 0);
	const resolved = [];
	for (const each of news) resolved.push(...(await resolve(trx, tx, workspaceId, each)));
	return resolved;
}

async function resolve(trx: Trx, tx: ServerTx, workspaceId: string, news: News): Promise<TaskNews[]> {
	if (news.what === 'freed') return freedTasks(trx, tx, workspaceId, news.blockerId);
	if (news.what === 'said') return said(tx, news);
	const task = await tx.get('tasks', news.taskId);
	if (!task) return [];
	if (news.what === 'assigned') {
		const teams = await Promise.all(news.teamIds.map((id) => tx.get('teams', id)));
		const inTeams = teams.flatMap((team) => (team ? [...team.memberIds, team.leadId, team.deputyId] : []));
		return [
			{ task, what: 'assigned', memberIds: [...news.memberIds, ...inTeams.filter((id) => id !== null)] }
		];
	}
	if (news.what !== 'blocked') return [{ task, what: news.what }];
	const blockers = await Promise.all(news.blockerIds.map((id) => tx.get('blockers', id)));
	const open = blockers.filter((blocker) => blocker?.solvedAt === null);
	const ownerIds = open.flatMap((blocker) => blocker?.ownerId ?? []);
	return open.length > 0 ? [{ task, what: 'blocked', ownerIds }] : [];
}

/** The open tasks that named a blocker and wait for nothing else now. */
async function freedTasks(
	trx: Trx,
	tx: ServerTx,
	workspaceId: string,
	blockerId: string
): Promise<TaskNews[]> {
	const blocker = await tx.get('blockers', blockerId);
	if (blocker?.solvedAt === null) return [];
	const freed: TaskNews[] = [];
	for (const task of await tasksNaming(trx, workspaceId, blockerId)) {
		if (task.doneAt === null && !(await waitsStill(tx, task))) freed.push({ task, what: 'freed' });
	}
	return freed;
}

async function waitsStill(tx: ServerTx, task: Task): Promise<boolean> {
	const blockers = await Promise.all(task.blockerIds.map((id) => tx.get('blockers', id)));
	return blockers.some((blocker) => blocker?.solvedAt === null);
}

async function said(tx: ServerTx, news: Extract<News, { what: 'said' }>): Promise<TaskNews[]> {
	const comment = await tx.get('comments', news.commentId);
	const task = comment && (await tx.get('tasks', comment.taskId));
	if (!task) return [];
	const { fresh, mentionIds } = news;
	const threadWriterIds = await threadWriters(tx, comment.threadId);
	return [{ task, what: 'said', comment, fresh, mentionIds, threadWriterIds }];
}

async function threadWriters(tx: ServerTx, threadId: string | null): Promise<string[]> {
	if (threadId === null) return [];
	const first = await tx.get('comments', threadId);
	const answers = await tx.list('comments', { threadId });
	return [...(first ? [first] : []), ...answers].map(({ createdBy }) => createdBy);
}

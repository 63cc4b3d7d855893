import { sql } from 'kysely';
import { isForYou, type NoticeKind } from '#domain/notices/notice.ts';
import { isMailed, type NoticeSettings } from '#domain/notices/notice-settings.ts';
import { isCurrent, type Task } from '#domain/tasks/task.ts';
import { readRow } from '../records/row-codec.ts';
import type { Database } from '../storage/tables.ts';
import { loadSight } from './sight.ts';

export interface RecapTask {
	id: string;
	title: string;
	dueOn: string | null;
}

/** What one person's mail of a day says; every title is one that they may read at this moment. */
export interface Recap {
	fresh: { task: RecapTask; kinds: NoticeKind[] }[];
	due: RecapTask[];
	overdue: RecapTask[];
	blocked: RecapTask[];
}

export interface RecapOf {
	workspaceId: string;
	memberId: string;
	/** The local day, and the moment from which news are new. */
	day: string;
	since: number;
	now: number;
	settings: NoticeSettings;
}

/** Gathers it, with the rights of this moment; undefined when there is nothing to say. */
export async function readRecap(db: Database, of: RecapOf): Promise<Recap | undefined> {
	const { mayView } = await loadSight(db, of.workspaceId, of.now);
	const sees = (task: Task) => isCurrent(task) && mayView(of.memberId, task.folderId);
	const mine = (await openTasks(db, of)).filter(sees);
	const waiting = new Set(await openBlockers(db, of.workspaceId));
	const recap = {
		fresh: await freshNotices(db, of, sees),
		due: mine.filter(({ dueOn }) => dueOn === of.day),
		overdue: mine.filter(({ dueOn }) => dueOn !== null && dueOn < of.day),
		blocked: mine.filter(({ blockerIds }) => blockerIds.some((id) => waiting.has(id)))
	};
	return Object.values(recap).some((part) => part.length > 0) ? recap : undefined;
}

/** The member's open tasks that are due or wait for something, soonest first. */
async function openTasks(db: Database, { workspaceId, memberId, day }: RecapOf): Promise<Task[]> {
	const open = () =>
		db
			.selectFrom('tasks')
			.selectAll()
			.where('workspaceId', '=', workspaceId)
			.where('doneAt', 'is', null)
			.where('deletedAt', 'is', null)
			.where(sql<boolean>`instr(assignee_ids, ${memberId}) > 0`);
	const due = await open()
		.where(sql<boolean>`due_on is not null`)
		.where('dueOn', '<=', day)
		.execute();
	const blocked = await open()
		.where(sql<boolean>`blocker_ids <> '[]'`)
		.execute();
	const tasks = new Map([...due, ...blocked].map((row) => [row.id, readRow('tasks', row)]));
	return [...tasks.values()].sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
}

async function openBlockers(db: Database, workspaceId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('blockers')
		.select('id')
		.where('workspaceId', '=', workspaceId)
		.where('solvedAt', 'is', null)
		.where('deletedAt', 'is', null)
		.execute();
	return rows.map(({ id }) => id);
}

/** Unread news by task, without what the other parts say already. */
async function freshNotices(
	db: Database,
	{ memberId, since, settings }: RecapOf,
	sees: (task: Task) => boolean
): Promise<Recap['fresh']> {
	const notices = await db
		.selectFrom('notices')
		.select(['taskId', 'kind'])
		.where('memberId', '=', memberId)
		.where('at', '>', since)
		.where('readAt', 'is', null)
		.where('doneAt', 'is', null)
		.where('deletedAt', 'is', null)
		.orderBy('at')
		.execute();
	const wanted = notices.filter(({ kind }) => !byDate.includes(kind) && isMailed(settings, kind));
	const fresh: Recap['fresh'] = [];
	for (const [taskId, each] of Map.groupBy(wanted, (notice) => notice.taskId)) {
		const row = await db
			.selectFrom('tasks')
			.selectAll()
			.where('id', '=', taskId)
			.where('deletedAt', 'is', null)
			.executeTakeFirst();
		const task = row && readRow('tasks', row);
		if (task && sees(task)) fresh.push({ task, kinds: [...new Set(each.map(({ kind }) => kind))] });
	}
	return fresh.sort((a, b) => Number(forThem(b)) - Number(forThem(a)));
}

const byDate: readonly NoticeKind[] = ['dueSoon', 'overdue'];

function forThem({ kinds }: Recap['fresh'][number]): boolean {
	return kinds.some(isForYou);
}

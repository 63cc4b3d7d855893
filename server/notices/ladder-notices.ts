import { sql } from 'kysely';
import { addDays, localMoment } from '#domain/kernel/day.ts';
import { ladderDays, ladderOf } from '#domain/notices/ladder.ts';
import { byUrgency, isFolded } from '#domain/notices/notice-cap.ts';
import { wayOf } from '#domain/notices/notice-settings.ts';
import { isQuiet } from '#domain/notices/quiet-hours.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Committed } from '../events/bus.ts';
import { readRow } from '../records/row-codec.ts';
import { ServerTx } from '../records/server-tx.ts';
import type { Database, Trx } from '../storage/tables.ts';
import { derivedId } from './derived-id.ts';
import { readAllNoticeSettings } from './notice-settings.ts';
import { loadSight } from './sight.ts';
import { writeNotices, writtenIds, type NewNotice } from './write-notices.ts';

/** A workspace at one moment, in its own time zone. */
export interface LocalTime {
	workspaceId: string;
	zone: string;
	now: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Writes every reminder whose time has come and that its member has not got: nobody's in their
 * quiet hours, and beyond the day's cap into the recap. Run again it writes nothing.
 */
export async function climbLadders(trx: Trx, here: LocalTime): Promise<Committed | undefined> {
	const due = await reminders(trx, here);
	const known = await writtenIds(
		trx,
		due.map(({ id }) => id)
	);
	const open = due.filter(({ id }) => !known.has(id));
	return open.length === 0 ? undefined : writeNotices(trx, here.workspaceId, await fold(trx, here, open));
}

async function reminders(trx: Trx, here: LocalTime): Promise<NewNotice[]> {
	const { workspaceId, zone, now } = here;
	const { day, time } = localMoment(now, zone);
	const days = { from: addDays(day, -ladderDays), to: addDays(day, 1) };
	const rows = await openTasksDue(trx, workspaceId, days).execute();
	if (rows.length === 0) return [];
	const tasks = rows.map((row) => readRow('tasks', row));
	const tx = new ServerTx(trx, workspaceId, 0);
	const [teams, leaves] = [await tx.list('teams', {}), await tx.list('leaves', {})];
	const settingsOf = await readAllNoticeSettings(trx, workspaceId);
	const facts = { day, time, zone, teams, leaves, ...(await loadSight(trx, workspaceId, now)) };
	const wanted = tasks.flatMap((task) =>
		ladderOf(task, facts).flatMap(({ step, kind, memberIds }) =>
			memberIds.map((memberId) => ({ ...reminder(task, step, memberId, now), kind }))
		)
	);
	return wanted.filter(({ memberId, kind }) => {
		const settings = settingsOf(memberId);
		return wayOf(settings, kind) !== 'silent' && !isQuiet(settings.quiet, time);
	});
}

/** The rung of one due date is told once; another date begins another ladder. */
function reminder(task: Task, step: string, memberId: string, now: number): Omit<NewNotice, 'kind'> {
	const id = derivedId('ladder', task.id, `${task.dueOn}T${task.dueTime ?? ''}`, step, memberId);
	const about = { folderId: task.folderId, taskId: task.id, commentId: null, byId: null };
	return { id, memberId, ...about, at: now, foldedOn: null };
}

async function fold(trx: Trx, here: LocalTime, open: readonly NewNotice[]): Promise<NewNotice[]> {
	const { day } = localMoment(here.now, here.zone);
	const soFar = await remindersOfDay(trx, here, day);
	return [...open].sort(byUrgency).map((notice) => {
		const count = soFar.get(notice.memberId) ?? 0;
		if (isFolded(notice.kind, count)) return { ...notice, foldedOn: day };
		soFar.set(notice.memberId, count + 1);
		return notice;
	});
}

/** How many reminders stand on their own today, by member. */
async function remindersOfDay(trx: Trx, here: LocalTime, day: string): Promise<Map<string, number>> {
	const rows = await trx
		.selectFrom('notices')
		.innerJoin('members', 'members.id', 'notices.memberId')
		.select(['notices.memberId', 'notices.at'])
		.where('members.workspaceId', '=', here.workspaceId)
		.where('notices.at', '>', here.now - dayMs)
		.where('notices.byId', 'is', null)
		.where('notices.foldedOn', 'is', null)
		.execute();
	const counts = new Map<string, number>();
	for (const { memberId, at } of rows)
		if (localMoment(at, here.zone).day === day) counts.set(memberId, (counts.get(memberId) ?? 0) + 1);
	return counts;
}

/** Open tasks that are due in a range of days, both ends included, by the index of due days. */
export function openTasksDue(db: Database, workspaceId: string, { from, to }: { from: string; to: string }) {
	return db
		.selectFrom('tasks')
		.selectAll()
		.where('workspaceId', '=', workspaceId)
		.where('dueOn', '>=', from)
		.where('dueOn', '<=', to)
		.where(sql<boolean>`due_on is not null`)
		.where('doneAt', 'is', null)
		.where('deletedAt', 'is', null);
}

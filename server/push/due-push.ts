import { localMoment } from '#domain/kernel/day.ts';
import { isForYou } from '#domain/notices/notice.ts';
import { isPushed } from '#domain/notices/notice-settings.ts';
import type { PushMessage } from '#domain/notices/push.ts';
import { isQuiet, quietMinutesLeft } from '#domain/notices/quiet-hours.ts';
import { zoneIn } from '#domain/people/workspace-zone.ts';
import { isCurrent } from '#domain/tasks/task.ts';
import { readAllNoticeSettings } from '../notices/notice-settings.ts';
import { loadSight } from '../notices/sight.ts';
import { readRow } from '../records/row-codec.ts';
import type { Database, PushDeviceRow, PushRow } from '../storage/tables.ts';
import { pushMessage } from './push-message.ts';

const minuteMs = 60_000;
/** A notice older than this is no news on a device; it stays in the inbox. */
const freshMs = 24 * 60 * minuteMs;

/** What is to be done with a push at this moment. */
export type DuePush =
	| { what: 'over' }
	| { what: 'wait'; until: number }
	| { what: 'send'; device: PushDeviceRow; message: PushMessage; ttl: number; urgent: boolean };

const over: DuePush = { what: 'over' };

/**
 * Judges a push by what is true now: the device signed in, the notice unread, the task there and its
 * reader allowed to see it, their ways and quiet hours. Words are made of the present title.
 */
export async function judgePush(db: Database, push: PushRow, now: number): Promise<DuePush> {
	const device = await livingDevice(db, push.deviceId, now);
	const notice = await openNotice(db, push.noticeId, now);
	if (!device || !notice || now - notice.at >= freshMs) return over;
	const { memberId, workspaceId, kind, taskId } = notice;
	const task = await taskOf(db, taskId);
	const { mayView } = await loadSight(db, workspaceId, now);
	if (!task || !isCurrent(task) || !mayView(memberId, task.folderId)) return over;
	const settings = (await readAllNoticeSettings(db, workspaceId))(memberId);
	if (!isPushed(settings, kind)) return over;
	const { locale, name, slug, zone } = await reader(db, memberId);
	const { time } = localMoment(now, zone);
	if (isQuiet(settings.quiet, time))
		return { what: 'wait', until: now + quietMinutesLeft(settings.quiet, time) * minuteMs };
	const message = pushMessage({
		...{ noticeId: notice.id, kind, taskId, title: task.title },
		...{ workspace: name, slug, locale }
	});
	const ttl = Math.ceil((notice.at + freshMs - now) / 1000);
	return { what: 'send', device, message, ttl, urgent: isForYou(kind) };
}

/** A device whose session is neither ended nor run out. */
export function livingDevice(db: Database, id: string, now: number): Promise<PushDeviceRow | undefined> {
	return db
		.selectFrom('pushDevices')
		.innerJoin('sessions', 'sessions.id', 'pushDevices.sessionId')
		.selectAll('pushDevices')
		.where('pushDevices.id', '=', id)
		.where('sessions.expiresAt', '>', now)
		.where('sessions.endsAt', '>', now)
		.executeTakeFirst();
}

/** A notice that still waits for its member. */
function openNotice(db: Database, id: string, now: number) {
	return db
		.selectFrom('notices')
		.select(['id', 'memberId', 'workspaceId', 'kind', 'taskId', 'at'])
		.where('id', '=', id)
		.where('readAt', 'is', null)
		.where('doneAt', 'is', null)
		.where('deletedAt', 'is', null)
		.where((eb) => eb.or([eb('snoozedUntil', 'is', null), eb('snoozedUntil', '<=', now)]))
		.executeTakeFirst();
}

async function taskOf(db: Database, id: string) {
	const row = await db
		.selectFrom('tasks')
		.selectAll()
		.where('id', '=', id)
		.where('deletedAt', 'is', null)
		.executeTakeFirst();
	return row && readRow('tasks', row);
}

/** How one member is spoken to, and where they are. */
export async function reader(db: Database, memberId: string) {
	const { settings, ...facts } = await db
		.selectFrom('members')
		.innerJoin('accounts', 'accounts.id', 'members.accountId')
		.innerJoin('workspaces', 'workspaces.id', 'members.workspaceId')
		.select(['accounts.locale', 'workspaces.name', 'workspaces.slug', 'workspaces.settings'])
		.where('members.id', '=', memberId)
		.executeTakeFirstOrThrow();
	return { ...facts, zone: zoneIn(settings) };
}

import { sql } from 'kysely';
import { localMoment } from '#domain/kernel/day.ts';
import { fitsPushCap } from '#domain/notices/notice-cap.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { isPushed } from '#domain/notices/notice-settings.ts';
import { zoneIn } from '#domain/people/workspace-zone.ts';
import { readAllNoticeSettings } from '../notices/notice-settings.ts';
import type { Database, Trx } from '../storage/tables.ts';

type Fresh = Pick<Notice, 'id' | 'memberId' | 'kind' | 'at' | 'foldedOn'>;

/**
 * Notes which of these new notices go to which devices, in the transaction that writes them: what is
 * in an inbox is on its way, whatever happens to the process. They are sent after the commit.
 */
export async function queuePushes(trx: Trx, workspaceId: string, notices: readonly Fresh[]): Promise<void> {
	const devices = await devicesOf(
		trx,
		notices.map(({ memberId }) => memberId)
	);
	if (devices.size === 0) return;
	const settingsOf = await readAllNoticeSettings(trx, workspaceId);
	const zone = await zoneOf(trx, workspaceId);
	for (const { id: noticeId, memberId, kind, at, foldedOn } of notices) {
		const deviceIds = devices.get(memberId) ?? [];
		if (deviceIds.length === 0 || foldedOn !== null || !isPushed(settingsOf(memberId), kind)) continue;
		const { day } = localMoment(at, zone);
		if (!fitsPushCap(kind, await pushedOn(trx, memberId, day))) continue;
		const rows = deviceIds.map((deviceId) => ({
			noticeId,
			deviceId,
			memberId,
			day,
			attempts: 0,
			nextAt: at
		}));
		await trx.insertInto('pushes').values(rows).execute();
	}
}

async function devicesOf(trx: Trx, memberIds: readonly string[]): Promise<Map<string, string[]>> {
	const wanted = JSON.stringify([...new Set(memberIds)]);
	const rows = await trx
		.selectFrom('pushDevices')
		.select(['id', 'memberId'])
		.where('memberId', 'in', sql<string>`(select value from json_each(${wanted}))`)
		.execute();
	const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
	return new Map([...byMember].map(([memberId, each]) => [memberId, each.map(({ id }) => id)]));
}

async function zoneOf(trx: Trx, workspaceId: string): Promise<string> {
	const { settings } = await trx
		.selectFrom('workspaces')
		.select('settings')
		.where('id', '=', workspaceId)
		.executeTakeFirstOrThrow();
	return zoneIn(settings);
}

/** How many notices of a local day are or were on their way to one member's devices. */
async function pushedOn(trx: Trx, memberId: string, day: string): Promise<number> {
	const { count } = await trx
		.selectFrom('pushes')
		.select((eb) => eb.fn.count<number>('noticeId').distinct().as('count'))
		.where('memberId', '=', memberId)
		.where('day', '=', day)
		.executeTakeFirstOrThrow();
	return count;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Forgets the pushes of days whose cap nobody asks for any more. */
export async function forgetPushes(db: Database, now: number): Promise<void> {
	const before = new Date(now - 3 * dayMs).toISOString().slice(0, 10);
	await db.deleteFrom('pushes').where('day', '<', before).where('nextAt', 'is', null).execute();
}

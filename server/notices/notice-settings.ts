import { usualNoticeSettings, type NoticeSettings } from '#domain/notices/notice-settings.ts';
import { usualQuietHours } from '#domain/notices/quiet-hours.ts';
import type { Database, NoticeSettingsRow } from '../storage/tables.ts';

/** Each member's own way of being told. */
export interface NoticeSettingsStore {
	/** The usual way for those who have not chosen. */
	read(memberId: string): Promise<NoticeSettings>;
	write(memberId: string, settings: NoticeSettings): Promise<void>;
}

export function createNoticeSettings(db: Database): NoticeSettingsStore {
	return {
		read: (memberId) => readNoticeSettings(db, memberId),
		write: (memberId, settings) => writeNoticeSettings(db, memberId, settings)
	};
}

async function readNoticeSettings(db: Database, memberId: string): Promise<NoticeSettings> {
	const row = await db
		.selectFrom('noticeSettings')
		.selectAll()
		.where('memberId', '=', memberId)
		.executeTakeFirst();
	return row ? settingsIn(row) : usualNoticeSettings;
}

/** Those of everybody in a workspace who has chosen, by member id. */
export async function readAllNoticeSettings(
	db: Database,
	workspaceId: string
): Promise<(memberId: string) => NoticeSettings> {
	const rows = await db
		.selectFrom('noticeSettings')
		.innerJoin('members', 'members.id', 'noticeSettings.memberId')
		.selectAll('noticeSettings')
		.where('members.workspaceId', '=', workspaceId)
		.execute();
	const chosen = new Map(rows.map((row) => [row.memberId, settingsIn(row)]));
	return (memberId) => chosen.get(memberId) ?? usualNoticeSettings;
}

async function writeNoticeSettings(
	db: Database,
	memberId: string,
	{ recapAt, quiet, ways }: NoticeSettings
): Promise<void> {
	const columns = { recapAt, quiet: JSON.stringify(quiet), ways: JSON.stringify(ways) };
	await db
		.insertInto('noticeSettings')
		.values({ memberId, ...columns })
		.onConflict((conflict) => conflict.column('memberId').doUpdateSet(columns))
		.execute();
}

function settingsIn({ recapAt, quiet, ways }: NoticeSettingsRow): NoticeSettings {
	return {
		recapAt,
		quiet: { ...usualQuietHours, ...(JSON.parse(quiet) as object) },
		ways: JSON.parse(ways) as NoticeSettings['ways']
	};
}

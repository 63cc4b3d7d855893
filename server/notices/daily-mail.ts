import { localMoment } from '#domain/kernel/day.ts';
import { isAway } from '#domain/teams/leave.ts';
import type { SendMail } from '../people/mailer.ts';
import type { Links } from '../people/links.ts';
import type { Database } from '../storage/tables.ts';
import type { LocalTime } from './ladder-notices.ts';
import { localeOf } from './kind-phrases.ts';
import { readAllNoticeSettings } from './notice-settings.ts';
import { readRecap } from './recap.ts';
import { recapMail } from './recap-mail.ts';

export interface DailyMailParts {
	db: Database;
	links: Links;
	sendMail: SendMail;
	onMailError: (error: unknown) => void;
	/** Whether the server is ending: no further mail is begun. */
	isOver: () => boolean;
}

/** How late a mail may still come, in minutes: a morning's recap is no use in the evening. */
const lateMinutes = 180;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Sends every member whose hour has come the one mail of the day. Its day is claimed before it is
 * written, so that a crash or a second run sends none twice; what it says is read after that.
 */
export async function sendRecaps(parts: DailyMailParts, here: LocalTime): Promise<void> {
	const { day, time } = localMoment(here.now, here.zone);
	const settingsOf = await readAllNoticeSettings(parts.db, here.workspaceId);
	for (const reader of await readers(parts.db, here.workspaceId, day)) {
		if (parts.isOver()) return;
		const settings = settingsOf(reader.memberId);
		if (settings.recapAt === null || !isTimeFor(settings.recapAt, time)) continue;
		if (!(await claim(parts.db, reader.memberId, day, here.now))) continue;
		const of = { ...reader, day, since: here.now - dayMs, now: here.now, settings };
		const recap = await readRecap(parts.db, { ...of, workspaceId: here.workspaceId });
		if (!recap) continue;
		const { to, workspace, slug } = reader;
		const mail = recapMail({
			...{ to, workspace, recap, locale: localeOf(reader.locale) },
			linkTo: ({ id }) => parts.links.to(`/${slug}/t/${id}`),
			inboxLink: parts.links.to(`/${slug}/inbox`)
		});
		try {
			await parts.sendMail(mail);
			await markSent(parts.db, reader.memberId, day, here.now);
		} catch (error) {
			parts.onMailError(error);
		}
	}
}

function isTimeFor(recapAt: string, time: string): boolean {
	const late = minutesOf(time) - minutesOf(recapAt);
	return late >= 0 && late < lateMinutes;
}

function minutesOf(time: string): number {
	return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Active people who have not had the mail of this day, and are not away. */
async function readers(db: Database, workspaceId: string, day: string) {
	const rows = await db
		.selectFrom('members')
		.innerJoin('accounts', 'accounts.id', 'members.accountId')
		.innerJoin('workspaces', 'workspaces.id', 'members.workspaceId')
		.leftJoin('recap', (join) => join.onRef('recap.memberId', '=', 'members.id').on('recap.day', '=', day))
		.select(['members.id as memberId', 'accounts.email as to', 'accounts.locale'])
		.select(['workspaces.name as workspace', 'workspaces.slug'])
		.where('members.workspaceId', '=', workspaceId)
		.where('members.deactivatedAt', 'is', null)
		.where('members.deletedAt', 'is', null)
		.where('recap.day', 'is', null)
		.execute();
	const leaves = await db
		.selectFrom('leaves')
		.selectAll()
		.where('workspaceId', '=', workspaceId)
		.where('deletedAt', 'is', null)
		.execute();
	return rows.filter(({ memberId }) => !isAway(leaves, memberId, day));
}

/** Whether this run is the one that sends it. */
async function claim(db: Database, memberId: string, day: string, claimedAt: number): Promise<boolean> {
	const claimed = await db
		.insertInto('recap')
		.values({ memberId, day, claimedAt, sentAt: null })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return claimed.numInsertedOrUpdatedRows === 1n;
}

async function markSent(db: Database, memberId: string, day: string, sentAt: number): Promise<void> {
	await db
		.updateTable('recap')
		.set({ sentAt })
		.where('memberId', '=', memberId)
		.where('day', '=', day)
		.execute();
}

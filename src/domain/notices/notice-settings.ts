import * as v from 'valibot';
import { timeOfDaySchema } from '../kernel/day.ts';
import { isForYou, noticeKinds, type NoticeKind } from './notice.ts';
import { usualQuietHours } from './quiet-hours.ts';

/**
 * Where a kind of notice goes. Each way but silence has the inbox; to it come the daily mail and the
 * devices that somebody chose, one of them, or neither.
 */
export const noticeWays = ['all', 'device', 'mail', 'inbox', 'silent'] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** Work that was passed on must reach somebody. */
const never: readonly NoticeKind[] = ['escalated'];

export const noticeSettingsSchema = v.object({
	/** Local time of the daily mail; null for none. */
	recapAt: v.nullable(timeOfDaySchema),
	quiet: v.object({ from: timeOfDaySchema, to: timeOfDaySchema }),
	/** Kinds that go another way than the usual one. */
	ways: v.pipe(
		v.record(v.picklist(noticeKinds), v.picklist(noticeWays)),
		v.check((ways) => never.every((kind) => ways[kind] !== 'silent'), 'cannot be silent')
	)
});
export type NoticeSettings = v.InferOutput<typeof noticeSettingsSchema>;

export const usualNoticeSettings: NoticeSettings = { recapAt: '07:30', quiet: usualQuietHours, ways: {} };

export function wayOf({ ways }: NoticeSettings, kind: NoticeKind): NoticeWay {
	return ways[kind] ?? (isForYou(kind) ? 'all' : 'inbox');
}

/** Whether the daily mail tells of a kind. */
export function isMailed(settings: NoticeSettings, kind: NoticeKind): boolean {
	return ['all', 'mail'].includes(wayOf(settings, kind));
}

/** Whether a kind comes to the devices that its reader chose. */
export function isPushed(settings: NoticeSettings, kind: NoticeKind): boolean {
	return ['all', 'device'].includes(wayOf(settings, kind));
}

/** Kinds that somebody may have silent. */
export function mayBeSilent(kind: NoticeKind): boolean {
	return !never.includes(kind);
}

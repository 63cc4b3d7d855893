import * as v from 'valibot';
import { timeOfDaySchema } from '../kernel/day.ts';
import { isForYou, noticeKinds, type NoticeKind } from './notice.ts';
import { usualQuietHours } from './quiet-hours.ts';

/** Where a kind of notice goes: the inbox and the daily mail, the inbox alone, or nowhere. */
export const noticeWays = ['mail', 'inbox', 'silent'] as const;
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
	return ways[kind] ?? (isForYou(kind) ? 'mail' : 'inbox');
}

/** Kinds that somebody may have silent. */
export function mayBeSilent(kind: NoticeKind): boolean {
	return !never.includes(kind);
}

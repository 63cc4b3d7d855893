import * as v from 'valibot';
import { daySchema } from '../kernel/day.ts';
import { idSchema, timeSchema } from '../kernel/schema.ts';

/** Why somebody is told: first those that are for them, then what they only follow. */
export const noticeKinds = [
	'assigned',
	'mentioned',
	'answered',
	'dueSoon',
	'overdue',
	'escalated',
	'blocked',
	'freed',
	'commented',
	'moved',
	'done'
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

const followed: readonly NoticeKind[] = ['commented', 'moved', 'done'];

/** Whether it waits for this person, rather than being something they follow. */
export function isForYou(kind: NoticeKind): boolean {
	return !followed.includes(kind);
}

/**
 * One line of one person's inbox. It lies in the folder of what it is about, so that losing the
 * folder takes it away, and only its member ever gets it. Titles are looked up, never copied.
 */
export const noticeSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	folderId: idSchema,
	/** Whose it is. */
	memberId: idSchema,
	kind: v.picklist(noticeKinds),
	taskId: idSchema,
	commentId: v.nullable(idSchema),
	/** Who did what it tells; null when time alone did. */
	byId: v.nullable(idSchema),
	at: timeSchema,
	readAt: v.nullable(timeSchema),
	doneAt: v.nullable(timeSchema),
	/** Out of sight until then. */
	snoozedUntil: v.nullable(timeSchema),
	/** The local day whose cap was full when it came: it stands in that day's recap, not on its own. */
	foldedOn: v.nullable(daySchema),
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Notice = v.InferOutput<typeof noticeSchema>;

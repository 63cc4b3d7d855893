import type { NoticeKind } from './notice.ts';

/** Most reminders that stand on their own in one person's inbox on one day. What people do is told beside. */
export const noticeCap = 12;

/** Most notices that one person's devices get on one day; the inbox has the others. */
export const pushCap = 20;

/** Of either, how many are kept for work that is passed on to somebody. */
const keptForEscalations = 4;

/** Whether a further reminder goes into the day's recap, after so many that stand on their own. */
export function isFolded(kind: NoticeKind, soFar: number): boolean {
	return soFar >= (kind === 'escalated' ? noticeCap : noticeCap - keptForEscalations);
}

/** Whether a further notice still goes to the devices, after so many of the day. */
export function fitsPushCap(kind: NoticeKind, soFar: number): boolean {
	return soFar < (kind === 'escalated' ? pushCap : pushCap - keptForEscalations);
}

/** Puts reminders in the order in which they take the day's places: what was passed on comes first. */
export function byUrgency(a: { kind: NoticeKind }, b: { kind: NoticeKind }): number {
	return rank(a.kind) - rank(b.kind);
}

function rank(kind: NoticeKind): number {
	return kind === 'escalated' ? 0 : kind === 'overdue' ? 1 : 2;
}

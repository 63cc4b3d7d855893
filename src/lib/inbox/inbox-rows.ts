import { isForYou, type Notice } from '#domain/notices/notice.ts';

/** The two halves of an inbox. */
export const inboxTabs = ['for-you', 'following'] as const;
export type InboxTab = (typeof inboxTabs)[number];

/** One row: a notice, several about one task within an hour, or the reminders beyond a day's cap. */
export interface InboxRow {
	id: string;
	/** Newest first; never empty. */
	notices: readonly Notice[];
	newest: Notice;
	/** The day of a recap row; undefined for a row about one task. */
	recapOf: string | undefined;
	unread: boolean;
}

const bundleMs = 60 * 60 * 1000;
const bundleFrom = 3;

/** The rows of a tab at `now`: what is done is gone, what is put off comes back when its time has come. */
export function inboxRows(notices: readonly Notice[], tab: InboxTab, now: number): InboxRow[] {
	const shown = notices
		.filter((notice) => notice.doneAt === null && (notice.snoozedUntil ?? 0) <= now)
		.filter(({ kind }) => isForYou(kind) === (tab === 'for-you'))
		.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
	const alone = shown.filter(({ foldedOn }) => foldedOn === null);
	const byDay = Map.groupBy(
		shown.filter(({ foldedOn }) => foldedOn !== null),
		({ foldedOn }) => foldedOn ?? ''
	);
	const recaps = [...byDay].map(([day, each]) => rowOf(each, day));
	const byTask = Map.groupBy(alone, ({ taskId }) => taskId);
	const rows = [...byTask.values()].flatMap((each) => bundled(each).map((group) => rowOf(group)));
	return [...rows, ...recaps].sort((a, b) => weight(b) - weight(a) || b.newest.at - a.newest.at);
}

/** How many rows of *for you* nobody has read. */
export function unreadRows(notices: readonly Notice[], now: number): number {
	return inboxRows(notices, 'for-you', now).filter(({ unread }) => unread).length;
}

/** Groups notices of one task, newest first: those of an hour together, when they are at least three. */
function bundled(notices: readonly Notice[]): Notice[][] {
	const groups: Notice[][] = [];
	for (const notice of notices) {
		const group = groups.at(-1);
		const first = group?.[0];
		if (group && first && first.at - notice.at <= bundleMs) group.push(notice);
		else groups.push([notice]);
	}
	return groups.flatMap((group) => (group.length >= bundleFrom ? [group] : group.map((one) => [one])));
}

function rowOf(notices: readonly Notice[], recapOf?: string): InboxRow {
	const [newest] = notices;
	if (!newest) throw new Error('A row of an inbox is about something.');
	return { id: newest.id, notices, newest, recapOf, unread: notices.some(({ readAt }) => readAt === null) };
}

/** What was passed on stands on top until it is read. */
function weight({ notices }: InboxRow): number {
	return notices.some(({ kind, readAt }) => kind === 'escalated' && readAt === null) ? 1 : 0;
}

import { describe, expect, it } from 'vitest';
import type { Notice } from '#domain/notices/notice.ts';
import { inboxRows, unreadRows, type InboxTab } from './inbox-rows.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 23, 2);
let made = 0;

function notice(facts: Partial<Notice>): Notice {
	return {
		...{ id: `n${String(++made).padStart(3, '0')}`, workspaceId: 'w', folderId: 'f', memberId: 'rara' },
		...{ kind: 'assigned', taskId: 'foto', commentId: null, byId: 'wulan', at: now, readAt: null },
		...{ doneAt: null, snoozedUntil: null, foldedOn: null, version: 1, deletedAt: null },
		...facts
	};
}
const ago = (minutes: number, facts: Partial<Notice> = {}) =>
	notice({ at: now - minutes * minute, ...facts });
const sizes = (notices: Notice[], tab: InboxTab = 'for-you') =>
	inboxRows(notices, tab, now).map((row) => row.notices.length);

describe('the rows of an inbox', () => {
	it('stand newest first, with what was passed on above them until it is read', () => {
		const kinds = (readAt: number | null) =>
			inboxRows(
				[ago(1), ago(90, { taskId: 'b' }), ago(500, { taskId: 'c', kind: 'escalated', readAt })],
				'for-you',
				now
			).map(({ newest }) => newest.taskId);
		expect(kinds(null)).toEqual(['c', 'foto', 'b']);
		expect(kinds(now)).toEqual(['foto', 'b', 'c']);
	});

	it('are split into what is for you and what you follow', () => {
		const notices = [ago(1), ago(2, { kind: 'commented' }), ago(3, { kind: 'moved', taskId: 'b' })];
		expect([sizes(notices), sizes(notices, 'following')]).toEqual([[1], [1, 1]]);
	});

	it('leave out what is done, and what is put off until its time has come', () => {
		const until = (at: number) => ago(5, { snoozedUntil: at, taskId: String(at) });
		expect(sizes([ago(1, { doneAt: now }), until(now + 1)])).toEqual([]);
		expect(sizes([until(now)])).toEqual([1]);
	});

	it('hold three or more about one task within an hour as one, and two or later ones apart', () => {
		expect(sizes([ago(0), ago(30), ago(60)])).toEqual([3]);
		expect(sizes([ago(0), ago(30)])).toEqual([1, 1]);
		expect(sizes([ago(0), ago(30), ago(61)])).toEqual([1, 1, 1]);
		expect(sizes([ago(0), ago(1), ago(2, { taskId: 'b' })])).toEqual([1, 1, 1]);
	});

	it('hold the reminders beyond the cap of a day as one recap', () => {
		const folded = ['a', 'b', 'c'].map((taskId) => ago(1, { taskId, foldedOn: '2026-11-23' }));
		const rows = inboxRows([...folded, ago(2, { foldedOn: '2026-11-22' })], 'for-you', now);
		expect(rows.map(({ recapOf, notices }) => [recapOf, notices.length])).toEqual([
			['2026-11-23', 3],
			['2026-11-22', 1]
		]);
	});

	it('count as unread while one of their notices is, in what is for you only', () => {
		const bundle = [ago(0, { readAt: now }), ago(1), ago(2, { readAt: now })];
		const following = [ago(3, { kind: 'commented', taskId: 'b' })];
		expect(unreadRows([...bundle, ...following, ago(9, { taskId: 'c', readAt: now })], now)).toBe(1);
	});
});

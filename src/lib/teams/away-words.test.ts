import { expect, it } from 'vitest';
import type { Leave } from '#domain/teams/leave.ts';
import { id as words } from '../i18n/id.ts';
import { awayWords } from './away-words.ts';

function told(from: string, to: string, until?: string): string | undefined {
	const row = { workspaceId: 'w', createdBy: 'rara', version: 1, deletedAt: null };
	const leaves: Leave[] = [{ id: 'l', memberId: 'rara', from, to, ...row }];
	const said = awayWords(leaves, 'rara', { today: '2026-11-27', until, words, locale: 'id' });
	return said?.replaceAll('\u00A0', ' ');
}

it('who is away now is told until when', () => {
	expect(told('2026-11-25', '2026-12-03')).toBe('cuti sampai 3 Des');
});

it('leave of the coming week is told with its days', () => {
	expect(told('2026-12-01', '2026-12-03')).toBe('cuti 1 Des sampai 3 Des');
	expect(told('2026-12-04', '2026-12-04')).toBe('cuti 4 Des');
});

it('leave further away is told only where work is due by then', () => {
	expect(told('2026-12-10', '2026-12-12')).toBeUndefined();
	expect(told('2026-12-10', '2026-12-12', '2026-12-11')).toBe('cuti 10 Des sampai 12 Des');
	expect(told('2026-11-20', '2026-11-26')).toBeUndefined();
});

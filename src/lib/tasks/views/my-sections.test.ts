import { describe, expect, it } from 'vitest';
import type { Blocker } from '#domain/blockers/blocker.ts';
import { surroundings, taskRow } from '../../../../tests/support/task-row.ts';
import { isMine, sectionsOf } from './my-sections.ts';

const base = surroundings('2026-11-25');
const around = {
	...base,
	blockageOf: ({ blockerIds }: { blockerIds: readonly string[] }) => ({
		known: blockerIds.filter((id) => id !== 'unseen').map((ownerId) => ({ ownerId }) as Blocker),
		unseen: blockerIds.includes('unseen')
	})
};

function sections(...tasks: Parameters<typeof sectionsOf>[0]) {
	return sectionsOf(tasks, 'me', around).map(({ section, tasks: inIt }) => [
		section,
		...inIt.map(({ id }) => id)
	]);
}

describe('my tasks', () => {
	it('are those assigned to me that are open and to be seen', () => {
		const mine = taskRow({ assigneeIds: ['me'] });
		expect(isMine(mine, 'me', base)).toBe(true);
		for (const facts of [
			{ assigneeIds: ['you'] },
			{ doneAt: 1 },
			{ archivedAt: 1 },
			{ trashedAt: 1 },
			{ templateAt: 1 }
		])
			expect(isMine({ ...mine, ...facts }, 'me', base)).toBe(false);
	});

	it('stand by when they are due, the earliest first', () => {
		expect(
			sections(
				taskRow({ id: 'none' }),
				taskRow({ id: 'late', dueOn: '2026-11-24' }),
				taskRow({ id: 'later', dueOn: '2026-12-24' }),
				taskRow({ id: 'latest', dueOn: '2026-11-20' }),
				taskRow({ id: 'today', dueOn: '2026-11-25' })
			)
		).toEqual([
			['overdue', 'latest', 'late'],
			['today', 'today'],
			['later', 'later'],
			['none', 'none']
		]);
	});

	it('that wait for somebody else stand apart; what I can clear myself does not', () => {
		expect(
			sections(
				taskRow({ id: 'theirs', dueOn: '2026-11-20', blockerIds: ['you'] }),
				taskRow({ id: 'hidden', blockerIds: ['unseen'] }),
				taskRow({ id: 'own', dueOn: '2026-11-20', blockerIds: ['me'] })
			)
		).toEqual([
			['overdue', 'own'],
			['blocked', 'theirs', 'hidden']
		]);
	});
});

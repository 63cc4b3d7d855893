import { describe, expect, it } from 'vitest';
import type { Blocker } from '#domain/blockers/blocker.ts';
import { taskRow } from '../../../tests/support/task-row.ts';
import type { Workspace } from '../sync/workspace.ts';
import { TaskSight } from './task-sight.ts';

function sightOf(blockers: readonly Partial<Blocker>[]): TaskSight {
	const get = (_noun: string, id: string) => blockers.find((blocker) => blocker.id === id);
	return new TaskSight({ records: { get } } as unknown as Workspace, '2026-11-23');
}

describe('what stands in the way of a task', () => {
	it('is the blockers that are not solved', () => {
		const sight = sightOf([
			{ id: 'stock', solvedAt: null },
			{ id: 'label', solvedAt: 5 }
		]);
		const blockage = sight.blockageOf(taskRow({ blockerIds: ['stock', 'label'] }));
		expect(blockage.known.map(({ id }) => id)).toEqual(['stock']);
		expect(blockage.unseen).toBe(false);
	});

	it('may be something that this person cannot see, until the server says that it is solved', () => {
		const sight = sightOf([]);
		expect(sight.isBlocked(taskRow({ blockerIds: ['hidden'] }))).toBe(true);
		expect(sight.isBlocked(taskRow({ blockerIds: ['hidden'], freedIds: ['hidden'] }))).toBe(false);
		expect(sight.isBlocked(taskRow({ blockerIds: ['hidden', 'other'], freedIds: ['hidden'] }))).toBe(true);
	});

	it('is told by the blocker itself where it is seen, whatever the task still says', () => {
		const sight = sightOf([{ id: 'seen', solvedAt: null }]);
		expect(sight.isBlocked(taskRow({ blockerIds: ['seen'], freedIds: ['seen'] }))).toBe(true);
	});
});

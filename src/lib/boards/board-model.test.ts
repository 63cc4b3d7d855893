import { describe, expect, it } from 'vitest';
import type { Board } from '#domain/boards/board.ts';
import { everything } from '#domain/tasks/task-filter.ts';
import { surroundings, taskRow } from '../../../tests/support/task-row.ts';
import { archivedOn, columnsOf, standingOn } from './board-model.ts';

const column = (id: string) => ({ id, name: id, kind: 'todo' as const, limit: null });
const board: Board = {
	...{ id: 'board', workspaceId: 'workspace', folderId: 'folder', name: 'Papan', orderKey: 'a0' },
	...{ columns: [column('todo'), column('done')], fields: [], templateAt: null, archivedAt: null },
	...{ trashedAt: null, createdBy: 'maker', createdAt: 0, version: 1, deletedAt: null }
};
const around = surroundings('2026-11-27');
const ids = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => id);

describe('the tasks of a board', () => {
	it('stand in the order of their places, whatever the order in which they are known', () => {
		const tasks = ['a2', 'a0', 'a1'].map((orderKey) => taskRow({ id: orderKey, orderKey }));
		expect(ids(standingOn(board, tasks))).toEqual(['a0', 'a1', 'a2']);
	});

	it('are those that are worked on; on a template those that are patterns', () => {
		const tasks = [
			taskRow({ id: 'work' }),
			taskRow({ id: 'pattern', templateAt: 1 }),
			taskRow({ id: 'elsewhere', boardId: 'other' }),
			taskRow({ id: 'archived', archivedAt: 1 }),
			taskRow({ id: 'trashed', templateAt: 1, trashedAt: 1 })
		];
		expect(ids(standingOn(board, tasks))).toEqual(['work']);
		expect(ids(standingOn({ ...board, templateAt: 1 }, tasks))).toEqual(['pattern']);
	});

	it('lie in its archive when they were put away, the last one first', () => {
		const tasks = [
			taskRow({ id: 'work' }),
			taskRow({ id: 'early', archivedAt: 1 }),
			taskRow({ id: 'late', archivedAt: 2 }),
			taskRow({ id: 'elsewhere', boardId: 'other', archivedAt: 3 }),
			taskRow({ id: 'trashed', archivedAt: 4, trashedAt: 5 })
		];
		expect(ids(archivedOn(board, tasks))).toEqual(['late', 'early']);
	});

	it('fall into their columns in that order, without those that a filter hides', () => {
		const tasks = standingOn(board, [
			taskRow({ id: 'second', orderKey: 'a1', title: 'Foto rok' }),
			taskRow({ id: 'first', orderKey: 'a0', title: 'Foto tas' }),
			taskRow({ id: 'other', columnId: 'done', title: 'Foto sepatu' }),
			taskRow({ id: 'hidden', title: 'Kemas' })
		]);
		const { columns, shown, hidden } = columnsOf(board, tasks, { ...everything, text: 'foto' }, around);
		expect(columns.map((each) => ids(each.tasks))).toEqual([['first', 'second'], ['other']]);
		expect(shown).toHaveLength(3);
		expect(hidden).toBe(1);
	});
});

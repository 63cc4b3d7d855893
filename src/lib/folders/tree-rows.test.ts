import { describe, expect, it } from 'vitest';
import { atLeast, type Level, type Role } from '#domain/access/level.ts';
import { mayLand, mayMove, mayRename } from './may-change-row.ts';
import { treeKey, type TreeKeyActions } from './tree-keys.ts';
import { dropOn, type Drop, type TreeRow } from './tree-rows.ts';

const row = (id: string, parentId: string | null, kind: 'folder' | 'page' = 'folder'): TreeRow =>
	({
		id,
		parentId,
		kind,
		depth: 0,
		folder: { parentId },
		page: { folderId: parentId }
	}) as unknown as TreeRow;
const rows = [row('ops', null), row('gudang', 'ops'), row('kirim', 'gudang', 'page'), row('pemasaran', null)];
const [ops, gudang, kirim, pemasaran] = rows as [TreeRow, TreeRow, TreeRow, TreeRow];

describe('dropping in the tree', () => {
	it('puts a folder before, into or after another, by where it is let go', () => {
		expect(dropOn(rows, pemasaran, ops, 0.1)).toEqual({
			parentId: null,
			beside: { id: 'ops', side: 'before' }
		});
		expect(dropOn(rows, pemasaran, ops, 0.5)).toEqual({ parentId: 'ops' });
		expect(dropOn(rows, pemasaran, ops, 0.9)).toEqual({
			parentId: null,
			beside: { id: 'ops', side: 'after' }
		});
	});

	it('never puts a folder into itself or below itself', () => {
		expect(dropOn(rows, ops, ops, 0.5)).toBeUndefined();
		expect(dropOn(rows, ops, gudang, 0.5)).toBeUndefined();
		expect(dropOn(rows, ops, kirim, 0.1)).toBeUndefined();
	});

	it('puts a page into a folder wherever it is let go on it', () => {
		expect(dropOn(rows, kirim, pemasaran, 0.1)).toEqual({ parentId: 'pemasaran' });
		expect(dropOn(rows, kirim, gudang, 0.5)).toBeUndefined();
	});
});

describe('a folder at the top that lies in one not to be seen', () => {
	const shared = { ...row('gaji', null), folder: { parentId: 'hidden' } } as unknown as TreeRow;
	const twin = { ...row('bonus', null), folder: { parentId: 'hidden' } } as unknown as TreeRow;
	const all = [ops, shared, twin];

	it('takes what lands beside it into the folder in which it really lies', () => {
		expect(dropOn(all, ops, shared, 0.1)).toEqual({
			parentId: 'hidden',
			beside: { id: 'gaji', side: 'before' }
		});
	});

	it('changes places by the keys with those alone that lie there too', () => {
		const dropped: Drop[] = [];
		const press = (key: string, from: TreeRow) => {
			const event = {
				key,
				shiftKey: true,
				preventDefault: () => undefined,
				stopPropagation: () => undefined
			};
			const reorder = (drop: Drop) => void dropped.push(drop);
			treeKey(event as KeyboardEvent, from, all, { reorder } as TreeKeyActions);
		};
		press('ArrowUp', shared);
		press('ArrowDown', ops);
		expect(dropped).toEqual([]);
		press('ArrowDown', shared);
		expect(dropped).toEqual([{ parentId: 'hidden', beside: { id: 'bonus', side: 'after' } }]);
	});
});

describe('what a line lets somebody do', () => {
	const as = (level: Level, role: Role = 'staff') => ({
		actor: { memberId: 'm', workspaceId: 'w', role, active: true, cap: 'manage' as const },
		can: (action: Level, id: string) => id !== 'hidden' && atLeast(level, action)
	});

	it('is a new name from edit on, and another place from manage on for a folder', () => {
		const may = (level: Level, one: TreeRow) => [mayRename(as(level), one), mayMove(as(level), one)];
		expect([may('view', ops), may('edit', ops), may('manage', ops)]).toEqual([
			[false, false],
			[true, false],
			[true, true]
		]);
		expect([may('comment', kirim), may('edit', kirim)]).toEqual([
			[false, false],
			[true, true]
		]);
	});

	it('never takes a folder to the root for who may make none there, nor into what they cannot see', () => {
		expect(mayLand(as('manage'), gudang, { parentId: null })).toBe(true);
		expect(mayLand(as('manage', 'vendor'), gudang, { parentId: null })).toBe(false);
		expect(mayLand(as('manage'), gudang, { parentId: 'hidden' })).toBe(false);
		expect(mayLand(as('edit'), gudang, { parentId: 'pemasaran' })).toBe(false);
		expect(mayLand(as('edit'), kirim, { parentId: 'pemasaran' })).toBe(true);
	});
});

import { describe, expect, it } from 'vitest';
import { dropOn, type TreeRow } from './tree-rows.ts';

const row = (id: string, parentId: string | null, kind: 'folder' | 'page' = 'folder'): TreeRow =>
	({ id, parentId, kind, depth: 0 }) as TreeRow;
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

import { describe, expect, it } from 'vitest';
import { TreeFocus } from './tree-focus.ts';
import type { TreeRow } from './tree-rows.ts';

const lines = (...ids: string[]) => ids.map((id) => ({ id })) as TreeRow[];
const on = (row: string) => ({ row, nowhere: false });
const nowhere = { row: undefined, nowhere: true };

function startedWith(...ids: string[]): TreeFocus {
	const focus = new TreeFocus();
	focus.follow(lines(...ids), nowhere);
	return focus;
}

describe('the focus of the tree', () => {
	it('goes to the line below the one that left, past what left with it', () => {
		const focus = startedWith('ops', 'gudang', 'rak', 'pemasaran');
		expect(focus.follow(lines('ops', 'pemasaran'), on('gudang'))).toBe('pemasaran');
	});

	it('goes to the line above when the last one left', () => {
		expect(startedWith('ops', 'gudang').follow(lines('ops'), on('gudang'))).toBe('ops');
	});

	it('goes back to a line that returns, also when the button that brought it back is gone', () => {
		for (const before of [on('pemasaran'), nowhere]) {
			const focus = startedWith('ops', 'gudang', 'pemasaran');
			focus.follow(lines('ops', 'pemasaran'), on('gudang'));
			expect(focus.follow(lines('ops', 'gudang', 'pemasaran'), before)).toBe('gudang');
		}
	});

	it('stays where somebody has moved it since, and where nothing left', () => {
		const focus = startedWith('ops', 'gudang', 'pemasaran');
		focus.follow(lines('ops', 'pemasaran'), on('gudang'));
		expect(focus.follow(lines('ops', 'gudang', 'pemasaran'), on('ops'))).toBeUndefined();
		expect(focus.follow(lines('ops', 'gudang'), on('ops'))).toBeUndefined();
		expect(focus.follow(lines('ops'), { row: undefined, nowhere: false })).toBeUndefined();
	});
});

import { describe, expect, it } from 'vitest';
import { keysAt, stepPlace, walk } from './card-place.ts';

const column = ['a0', 'a1', 'a2', 'a3'].map((orderKey, at) => ({ id: `t${at}`, orderKey }));
const none = new Set<string>();
const lanes = [
	{ columnId: 'todo', ids: ['a', 'b', 'c'] },
	{ columnId: 'doing', ids: [] },
	{ columnId: 'done', ids: ['d'] }
];

describe('the order key of a place', () => {
	it('lies between the cards above and below it', () => {
		const [key = ''] = keysAt(column, column, 2, none, 1);
		expect(key > 'a1' && key < 'a2').toBe(true);
	});

	it('lies before the first and after the last', () => {
		expect((keysAt(column, column, 0, none, 1)[0] ?? '') < 'a0').toBe(true);
		expect((keysAt(column, column, 4, none, 1)[0] ?? '') > 'a3').toBe(true);
	});

	it('comes right below the shown card above, before cards that a filter hides', () => {
		const shown = [column[0], column[3]].filter((card) => card !== undefined);
		const [key = ''] = keysAt(column, shown, 1, none, 1);
		expect(key > 'a0' && key < 'a1').toBe(true);
	});

	it('does not count the card that moves, and passes cards with equal keys together', () => {
		const twins = [...column, { id: 't4', orderKey: 'a1' }];
		const shown = twins.filter(({ id }) => id !== 't2');
		const [key = ''] = keysAt(twins, shown, 2, new Set(['t2']), 1);
		expect(key > 'a1' && key < 'a3').toBe(true);
	});

	it('keeps several cards together and in their order', () => {
		const keys = keysAt(column, column, 1, none, 3);
		expect(keys).toEqual([...keys].sort());
		expect((keys[0] ?? '') > 'a0' && (keys[2] ?? '') < 'a1').toBe(true);
	});
});

describe('moving a lifted card by keys', () => {
	it('stops at the ends of a column', () => {
		expect(stepPlace(lanes, { columnId: 'todo', index: 0 }, 'ArrowUp').index).toBe(0);
		expect(stepPlace(lanes, { columnId: 'todo', index: 3 }, 'ArrowDown').index).toBe(3);
	});

	it('goes into an empty column, and stays at the edge of the board', () => {
		expect(stepPlace(lanes, { columnId: 'todo', index: 2 }, 'ArrowRight')).toEqual({
			columnId: 'doing',
			index: 0
		});
		expect(stepPlace(lanes, { columnId: 'done', index: 1 }, 'ArrowRight')).toEqual({
			columnId: 'done',
			index: 1
		});
	});
});

describe('walking through cards', () => {
	it('passes over empty columns to the nearest height', () => {
		expect(walk(lanes, 'c', 'ArrowRight')).toBe('d');
		expect(walk(lanes, 'd', 'ArrowLeft')).toBe('a');
	});

	it('finds the first and the last of a column, and nothing beyond', () => {
		expect(walk(lanes, 'b', 'Home')).toBe('a');
		expect(walk(lanes, 'b', 'End')).toBe('c');
		expect(walk(lanes, 'c', 'ArrowDown')).toBeUndefined();
	});
});

import { describe, expect, it } from 'vitest';
import { taskRow } from '../../../../tests/support/task-row.ts';
import { listActOf } from './list-keys.ts';
import { idsBetween, linesOf, nextTaskLine, windowOf } from './list-rows.ts';

const lines = linesOf([
	{ key: 'todo', tasks: [taskRow({ id: 'a' }), taskRow({ id: 'b' })] },
	{ key: 'done', tasks: [taskRow({ id: 'c' })] }
]);

describe('the lines of a list', () => {
	it('draw what is seen of ten thousand, and little more', () => {
		const { from, to } = windowOf({ top: 36 * 5_000, seen: 900, height: 36 }, 10_000);
		expect([from, to]).toEqual([4_994, 5_031]);
		expect(windowOf({ top: 0, seen: 900, height: 36 }, 3)).toEqual({ from: 0, to: 3 });
		expect(windowOf({ top: 9_999_999, seen: 900, height: 36 }, 3)).toEqual({ from: 3, to: 3 });
	});

	it('are walked past the heads of groups, and not beyond the ends', () => {
		expect(nextTaskLine(lines, 2, 1)).toBe(4);
		expect(nextTaskLine(lines, 4, -1)).toBe(2);
		expect(nextTaskLine(lines, 1, -1)).toBe(1);
		expect(nextTaskLine(lines, 4, 1)).toBe(4);
	});
});

it('a range holds the same tasks from either end', () => {
	expect(idsBetween(lines, 1, 4)).toEqual(['a', 'b', 'c']);
	expect(idsBetween(lines, 4, 2)).toEqual(['b', 'c']);
});

describe('the keys of a list', () => {
	const press = (key: string, facts: Partial<KeyboardEvent> = {}, letters = true) =>
		listActOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...facts }, letters);

	it('mean the same by letter and by arrow', () => {
		expect(press('j')).toEqual(press('ArrowDown'));
		expect(press('ArrowUp', { shiftKey: true })).toEqual({ act: 'move', step: -1, extend: true });
		expect(press('a', { ctrlKey: true })).toEqual({ act: 'all' });
	});

	it('leave letters alone when they are switched off', () => {
		expect(press('x', {}, false)).toBeUndefined();
		expect(press('j', {}, false)).toBeUndefined();
	});
});

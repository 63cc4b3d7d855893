import { describe, expect, it } from 'vitest';
import type { BoardField, FieldKind } from '../boards/board.ts';
import { carriedFields } from './carried-fields.ts';

const field = (id: string, name: string, kind: FieldKind, choices: string[] = []): BoardField => ({
	...{ id, name, kind },
	choices: choices.map((choice) => ({ id: `${id}-${choice}`, name: choice }))
});

describe('own fields of a task that goes to another board', () => {
	it('are taken over by a field of the same name and kind', () => {
		const from = [field('a', 'Harga', 'money'), field('b', 'Ukuran', 'text')];
		const to = [field('x', 'harga', 'money'), field('y', 'Ukuran', 'number')];
		expect(carriedFields({ a: 125_000, b: 'L' }, from, to)).toEqual({
			carried: [{ fieldId: 'x', value: 125_000 }],
			left: ['Ukuran']
		});
	});

	it('keep a choice by its name, where the other board has it', () => {
		const from = [field('a', 'Toko', 'choice', ['Shopee', 'TikTok'])];
		const to = [field('x', 'Toko', 'choice', ['shopee'])];
		expect(carriedFields({ a: 'a-Shopee' }, from, to).carried).toEqual([{ fieldId: 'x', value: 'x-shopee' }]);
		expect(carriedFields({ a: 'a-TikTok' }, from, to)).toEqual({ carried: [], left: ['Toko'] });
	});

	it('say nothing of what is empty, and leave what the task has there from before', () => {
		const from = [field('a', 'Harga', 'money'), field('b', 'Catatan', 'text')];
		const to = [field('x', 'Harga', 'money')];
		expect(carriedFields({ b: '' }, from, to)).toEqual({ carried: [], left: [] });
		expect(carriedFields({ a: 1, x: 2 }, from, to)).toEqual({ carried: [], left: [] });
	});
});

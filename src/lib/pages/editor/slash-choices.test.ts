import { expect, it } from 'vitest';
import { slashChoices } from './slash-choices.ts';

function kinds(query: string, inSop = false): string[] {
	return slashChoices(query, inSop).flatMap((group) => [...group.kinds]);
}

it('offers the blocks in their usual order, and an SOP’s own parts first inside an SOP', () => {
	expect(kinds('').slice(0, 5)).toEqual(['text', 'heading1', 'heading2', 'heading3', 'checks']);
	expect(kinds('', true).slice(0, 2)).toEqual(['step', 'standard']);
	expect(kinds('langkah')).toEqual([]);
});

it('finds a block by its name or alias in either language', () => {
	expect(kinds('cek')).toEqual(['checks']);
	expect(kinds('todo')).toEqual(['checks']);
	expect(kinds('foto')).toEqual(['image']);
	expect(kinds('h1')).toEqual(['heading1']);
	expect(kinds('Judul B')).toEqual(['heading1']);
	expect(kinds('langkah', true)).toEqual(['step']);
});

it('offers nothing for words that name no block', () => {
	expect(kinds('resi belum bergerak', true)).toEqual([]);
});

import { expect, it } from 'vitest';
import { cardsInView, indexAtHeight } from './card-range.ts';

const tops = Array.from({ length: 10_001 }, (_, at) => at * 100);

it('draws only the cards of which a part is seen', () => {
	expect(cardsInView(tops, 5_050, 5_950)).toEqual({ from: 50, to: 60 });
	expect(cardsInView(tops, -200, 850)).toEqual({ from: 0, to: 9 });
	expect(cardsInView(tops, 999_950, 1_100_000)).toEqual({ from: 9_999, to: 10_000 });
	expect(cardsInView([0], 0, 800)).toEqual({ from: 0, to: 0 });
});

it('puts what is dropped before a card on its upper half, after it on its lower half', () => {
	expect(indexAtHeight(tops, -20)).toBe(0);
	expect(indexAtHeight(tops, 140)).toBe(1);
	expect(indexAtHeight(tops, 160)).toBe(2);
	expect(indexAtHeight(tops, 5_000_000)).toBe(10_000);
	expect(indexAtHeight([0], 40)).toBe(0);
});

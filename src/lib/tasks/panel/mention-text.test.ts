import { describe, expect, it } from 'vitest';
import { mentionAt, partsOf, toKept, toWritten } from './mention-text.ts';

const rara = '01930000-0000-7000-8000-000000000001';
const raraAyu = '01930000-0000-7000-8000-000000000002';

describe('what somebody says of a task', () => {
	it('falls into words, people and addresses', () => {
		expect(partsOf(`Tolong @[${rara}] cek https://toko.id/rok.`)).toEqual([
			{ text: 'Tolong ' },
			{ memberId: rara },
			{ text: ' cek ' },
			{ href: 'https://toko.id/rok' },
			{ text: '.' }
		]);
	});

	it('is kept without names, and written with them', () => {
		const names = new Map([[rara, 'Rara']]);
		const { text, picked } = toWritten(`Hai @[${rara}]!`, (id) => names.get(id));
		expect(text).toBe('Hai @Rara!');
		expect(toKept(text, picked)).toBe(`Hai @[${rara}]!`);
	});

	it('means the longer of two names that begin alike', () => {
		const picked = new Map([
			['Rara', rara],
			['Rara Ayu', raraAyu]
		]);
		expect(toKept('@Rara Ayu dan @Rara', picked)).toBe(`@[${raraAyu}] dan @[${rara}]`);
	});

	it('keeps a mention of somebody who cannot be named', () => {
		expect(toWritten(`@[${rara}]`, () => undefined).text).toBe(`@[${rara}]`);
	});

	it('asks for people behind an @, not inside an address of mail', () => {
		expect(mentionAt('Tolong @ra', 10)).toEqual({ from: 7, query: 'ra' });
		expect(mentionAt('@', 1)).toEqual({ from: 0, query: '' });
		expect(mentionAt('rara@toko', 9)).toBeUndefined();
	});
});

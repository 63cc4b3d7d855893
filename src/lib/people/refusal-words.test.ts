import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { id } from '../i18n/id.ts';
import { refusalSentence } from './refusal-words.ts';

it('too many tries say how long to wait, rounded up', () => {
	expect(refusalSentence({ refused: 'too_many', retryAfter: 59 }, en)).toBe(
		'Too many tries. Try again in 59 seconds.'
	);
	expect(refusalSentence({ refused: 'too_many', retryAfter: 61 }, id)).toBe(
		'Terlalu banyak percobaan. Coba lagi dalam 2 menit.'
	);
	expect(refusalSentence({ refused: 'too_many' }, en)).toBe('Too many tries. Try again later.');
});

it('every other refusal has its own sentence', () => {
	expect(refusalSentence({ refused: 'wrong_credentials' }, id)).toBe('E-mail atau kata sandi tidak cocok.');
});

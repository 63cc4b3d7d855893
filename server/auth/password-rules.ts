import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '#domain/kernel/schema.ts';
import type { PeopleRefusalCode } from '#domain/people/people-refusal.ts';
import { normalizePassword } from './passwords.ts';

/** Rows of a keyboard, the alphabet and the digits: a walk along one of them is no secret. */
const walks = [
	'qwertyuiopasdfghjklzxcvbnm',
	'abcdefghijklmnopqrstuvwxyz',
	'01234567890',
	'1qaz2wsx3edc4rfv5tgb'
];
const productWords = ['rapi'];
/** So many characters have to be left when everything that others could guess is taken away. */
const ownCharacters = 6;

/**
 * Why a password may not be chosen; undefined when it may. `context` are words that belong to the
 * person or the company. No rules about kinds of characters: length and rarity are what counts.
 */
export function passwordProblem(password: string, context: readonly string[]): PeopleRefusalCode | undefined {
	const text = normalizePassword(password);
	const length = [...text].length;
	if (length < limits.passwordMin) return 'password_short';
	if (length > limits.passwordMax) return 'password_long';
	const plain = text.toLowerCase();
	const guessable =
		isPattern(plain) || isCommon(plain) || isMadeOf(plain, [...productWords, ...words(context)]);
	return guessable ? 'password_common' : undefined;
}

/** Nothing but digits, the same few characters again and again, or a walk over the keyboard. */
function isPattern(plain: string): boolean {
	if (/^[\d\s.+/-]+$/.test(plain) || /^(.{1,4})\1+.{0,3}$/u.test(plain)) return true;
	return walks.some((walk) => coveredByWalk(plain, walk));
}

/** Whether the text falls apart into few stretches of one walk, forwards or backwards. */
function coveredByWalk(plain: string, walk: string): boolean {
	const both = [walk, [...walk].reverse().join('')];
	let stretches = 0;
	for (let at = 0; at < plain.length; stretches++) {
		let length = 1;
		while (both.some((way) => way.includes(plain.slice(at, at + length + 1))) && at + length < plain.length) {
			length += 1;
		}
		at += length;
	}
	return stretches <= plain.length / 4;
}

/** A password of the shipped list, also with digits or signs before or after, or written twice. */
function isCommon(plain: string): boolean {
	const list = readCommonPasswords();
	const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
	const half = plain.slice(0, plain.length / 2);
	return list.has(plain) || list.has(core) || (half + half === plain && list.has(half));
}

/** The file is read when a password is chosen, which is rare; the server holds no copy of it. */
function readCommonPasswords(): Set<string> {
	return new Set(readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8').split('\n'));
}

function isMadeOf(plain: string, guessable: readonly string[]): boolean {
	const left = guessable
		.reduce((text, word) => text.replaceAll(word, ''), plain)
		.replace(/[\s\d\p{P}]+/gu, '');
	return left !== plain && [...left].length < ownCharacters && guessable.some((word) => plain.includes(word));
}

function words(context: readonly string[]): string[] {
	return context
		.flatMap((text) =>
			normalizePassword(text)
				.toLowerCase()
				.split(/[^\p{L}\p{N}]+/u)
		)
		.filter((word) => word.length >= 3)
		.sort((a, b) => b.length - a.length);
}

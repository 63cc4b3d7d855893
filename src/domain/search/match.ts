import { foldWord, stemsOf } from './stem.ts';

/** Where a query was found in a text: better hits have higher scores; ranges are of the text. */
export interface Match {
	score: number;
	ranges: readonly [start: number, end: number][];
}

interface Word {
	text: string;
	start: number;
}

const literalStart = 100;
const wordStart = 80;
const inside = 60;
const stemmed = 40;
const mistyped = 20;

/**
 * Finds every word of the query in a text: at its start, at the start of a word, inside one, by
 * stem, or with one slip of the finger (from 4 letters). Undefined when a word is not there.
 */
export function matchText(text: string, query: string): Match | undefined {
	const sought = wordsOf(query);
	const words = wordsOf(text);
	if (sought.length === 0) return { score: 0, ranges: [] };
	const found = sought.map((word) => findWord(word.text, words));
	if (found.some((hit) => hit === undefined)) return undefined;
	const hits = found.filter((hit) => hit !== undefined);
	const score = hits.reduce((sum, hit) => sum + hit.score, 0) / hits.length;
	const ranges = hits.map((hit) => hit.range).sort((a, b) => a[0] - b[0]);
	return { score: score - Math.min(text.length, 200) / 100, ranges: withoutOverlaps(ranges) };
}

function wordsOf(text: string): Word[] {
	const words = text.matchAll(/[\p{L}\p{N}]+/gu);
	return [...words].map((word) => ({ text: foldWord(word[0]), start: word.index }));
}

interface Hit {
	score: number;
	range: [number, number];
}

function findWord(sought: string, words: Word[]): Hit | undefined {
	let best: Hit | undefined;
	for (const [index, word] of words.entries()) {
		const hit = hitIn(sought, word, index === 0);
		if (hit && (!best || hit.score > best.score)) best = hit;
	}
	return best;
}

function hitIn(sought: string, word: Word, first: boolean): Hit | undefined {
	const at = word.text.indexOf(sought);
	const whole: [number, number] = [word.start, word.start + word.text.length];
	if (at === 0) {
		return { score: first ? literalStart : wordStart, range: [word.start, word.start + sought.length] };
	}
	if (at > 0) return { score: inside, range: [word.start + at, word.start + at + sought.length] };
	if (sought.length < 3) return undefined;
	const stems = stemsOf(sought);
	if (stemsOf(word.text).some((stem) => stems.includes(stem))) return { score: stemmed, range: whole };
	const close = sought.length >= 4 && oneSlip(sought, word.text.slice(0, sought.length + 1));
	return close ? { score: mistyped, range: whole } : undefined;
}

/** Whether `b` begins with `a` but for one letter changed, added, missing or swapped with its neighbour. */
function oneSlip(a: string, b: string): boolean {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	const rest = a.slice(at + 1);
	const changed = b.slice(at + 1).startsWith(rest);
	const added = b.slice(at + 1).startsWith(a.slice(at));
	const missing = b.slice(at).startsWith(rest) && b.length >= a.length - 1;
	const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && b.slice(at + 2).startsWith(a.slice(at + 2));
	return changed || added || missing || swapped;
}

function withoutOverlaps(ranges: [number, number][]): [number, number][] {
	const apart: [number, number][] = [];
	for (const range of ranges) {
		const last = apart.at(-1);
		if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
		else apart.push([...range]);
	}
	return apart;
}

import { describe, expect, it } from 'vitest';
import { trelloFile } from '../../tests/support/trello-board.ts';
import { collect, largestTrello, readTrelloFile } from './trello-file.ts';

const name = 'Kopi Café “Senja”';
const json = JSON.stringify({ name, lists: [], cards: [] });
const latin = (text: string) =>
	Uint8Array.from(text, (character) => windows.get(character) ?? character.charCodeAt(0));
const windows = new Map([
	['“', 0x93],
	['”', 0x94]
]);
const utf8 = (text: string) => new TextEncoder().encode(text);
const twice = () => utf8(new TextDecoder('windows-1252').decode(utf8(json)));

function nameIn(bytes: Uint8Array) {
	const file = readTrelloFile(bytes);
	return typeof file === 'string' ? file : [file.source.name, file.scrambled];
}

describe('the characters of a Trello file', () => {
	it('are read in every encoding that a file comes in', () => {
		expect(nameIn(utf8(json))).toEqual([name, false]);
		expect(nameIn(utf8(`\ufeff${json}`))).toEqual([name, false]);
		expect(nameIn(Buffer.from(`\ufeff${json}`, 'utf16le'))).toEqual([name, false]);
		expect(nameIn(Buffer.from(`\ufeff${json}`, 'utf16le').swap16())).toEqual([name, false]);
		expect(nameIn(latin(json))).toEqual([name, true]);
		expect(nameIn(twice())).toEqual([name, true]);
	});

	it('are kept where only a few of them are damaged', () => {
		const damaged = Buffer.from(json.replace('Kopi', 'K~pi'));
		damaged[damaged.indexOf('~')] = 0xc3;
		expect(nameIn(damaged)).toEqual([name.replace('Kopi', 'K\ufffdpi'), true]);
	});

	it('are never half of one', () => {
		expect(nameIn(utf8('{"name":"a\\ud83d","lists":[]}'))).toEqual(['a\ufffd', false]);
	});
});

describe('a file that is no board, or too much', () => {
	it.each([
		['', 'broken'],
		['kartu', 'broken'],
		['{"cards":[', 'broken'],
		[`{"cards":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'broken'],
		['[]', 'unsupported'],
		['{"name":"x"}', 'unsupported'],
		['{"cards":{}}', 'unsupported']
	])('is refused: %.20s', (text, fault) => {
		expect(readTrelloFile(utf8(text))).toBe(fault);
	});

	it('is refused with 100,000 cards, and from 8 MiB on before it is read', async () => {
		expect(readTrelloFile(trelloFile({ cards: Array.from({ length: 100_000 }, () => ({})) }))).toBe(
			'too_many'
		);
		const megabyte = new Uint8Array(1024 * 1024);
		async function* body() {
			for (let sent = 0; sent <= largestTrello; sent += megabyte.length) yield Promise.resolve(megabyte);
		}
		expect(await collect(body())).toBe('too_large');
	});
});

import { readTrelloExport, type TrelloExport } from '#domain/tasks/trello/trello-export.ts';

/** Largest file of one board, in bytes. */
export const largestTrello = 8 * 1024 * 1024;
/** Deepest nesting of lists and objects; Trello's own files stay below 12. */
const deepest = 64;

export type TrelloFileFault = 'too_large' | 'unsupported' | 'broken' | 'too_many';

export interface TrelloFile {
	source: TrelloExport;
	/** Whether the characters had to be guessed: the file is not the UTF-8 that JSON is. */
	scrambled: boolean;
}

/** Takes in a body up to the limit. */
export async function collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | 'too_large'> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > largestTrello) return 'too_large';
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Reads the bytes of a file as the board that they are, whatever has been done to its characters. */
export function readTrelloFile(bytes: Uint8Array): TrelloFile | TrelloFileFault {
	const { text, scrambled } = decode(bytes);
	const start = text.trimStart()[0];
	if (start !== '{') return start === '[' ? 'unsupported' : 'broken';
	if (isTooDeep(text)) return 'broken';
	const value = parseJson(text);
	if (value === undefined) return 'broken';
	const source = readTrelloExport(value);
	return typeof source === 'string' ? source : { source, scrambled };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// What is wrong with it is in the words of a stranger's file: nobody is helped by them.
		return undefined;
	}
}

/** Looks at brackets outside of strings, before anything is built from them. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	let quoted = false;
	for (let index = 0; index < text.length; index += 1) {
		const character = text[index];
		if (quoted && character === '\\') index += 1;
		else if (character === '"') quoted = !quoted;
		else if (quoted) continue;
		else if (character === '[' || character === '{') depth += 1;
		else if (character === ']' || character === '}') depth -= 1;
		if (depth > deepest) return true;
	}
	return false;
}

function decode(bytes: Uint8Array): { text: string; scrambled: boolean } {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return read('utf-16le', bytes);
	if (first === 0xfe && second === 0xff) return read('utf-16be', bytes);
	const text = strictly(bytes);
	if (text === undefined) return { text: guess(bytes), scrambled: true };
	const unfolded = encodedTwice(text);
	return { text: unfolded ?? text, scrambled: unfolded !== undefined };
}

function read(encoding: string, bytes: Uint8Array) {
	return { text: new TextDecoder(encoding).decode(bytes), scrambled: false };
}

function strictly(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		// Not UTF-8.
		return undefined;
	}
}

/** Mostly UTF-8 with some wrong bytes, or else the old western encoding of Windows. */
function guess(bytes: Uint8Array): string {
	const text = new TextDecoder('utf-8').decode(bytes);
	const wrong = count(text, /\ufffd/g);
	const right = count(text, /[^\0-\x7f\ufffd]/gu);
	return right > wrong ? text : new TextDecoder('windows-1252').decode(bytes);
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0;
}

const windowsCharacters = new TextDecoder('windows-1252').decode(
	Uint8Array.from({ length: 256 }, (_, byte) => byte)
);
const windowsBytes = new Map(Array.from(windowsCharacters, (character, byte) => [character, byte]));

/**
 * What a text was before UTF-8 was taken for Windows' encoding and written as UTF-8 once more
 * ("Ã©" for "é"). Only when all of it reads that way, which no text does by chance.
 */
function encodedTwice(text: string): string | undefined {
	if (!/[\u00c2-\u00f4][^\0-\x7f]/.test(text)) return undefined;
	const bytes = new Uint8Array(text.length);
	for (let index = 0; index < text.length; index += 1) {
		const byte = windowsBytes.get(text.charAt(index));
		if (byte === undefined) return undefined;
		bytes[index] = byte;
	}
	return strictly(bytes);
}

import { describe, expect, it } from 'vitest';
import { readImageFacts } from './image-type.ts';

function factsOf(bytes: Buffer) {
	return readImageFacts(async (offset, length) => bytes.subarray(offset, offset + length));
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('what a file is by its content', () => {
	const cases: Record<string, [Buffer, string, number, number]> = {
		gif: [hex('474946383961 2003 5802 00 00 00'), 'image/gif', 800, 600],
		'jpeg behind a camera’s notes': [
			Buffer.concat([hex('ffd8 ffe1 0204'), Buffer.alloc(514), hex('ffc2 0011 08 0258 0320 03')]),
			'image/jpeg',
			800,
			600
		],
		'lossy webp': [
			hex('52494646 00000000 57454250 56503820 00000000 000000 9d012a 2003 5802'),
			'image/webp',
			800,
			600
		],
		'lossless webp': [
			hex('52494646 00000000 57454250 5650384c 00000000 2f 1fc39500 00'),
			'image/webp',
			800,
			600
		],
		'extended webp': [
			hex('52494646 00000000 57454250 56503858 0a000000 00000000 1f0300 570200'),
			'image/webp',
			800,
			600
		],
		avif: [
			Buffer.concat([
				hex('00000018'),
				Buffer.from('ftypavif'),
				Buffer.alloc(12),
				Buffer.from('ispe'),
				hex('00000000 00000020 00000020'),
				Buffer.from('ispe'),
				hex('00000000 00000320 00000258')
			]),
			'image/avif',
			800,
			600
		]
	};
	for (const [name, [bytes, type, width, height]] of Object.entries(cases)) {
		it(`reads ${name}`, async () => {
			expect(await factsOf(bytes)).toEqual({ type, width, height });
		});
	}

	it('is nothing when it ends before its size, or goes round in circles', async () => {
		for (const bytes of [
			hex('89504e470d0a1a0a'),
			hex('ffd8ff'),
			Buffer.concat([hex('ffd8'), Buffer.alloc(5_000, 0xff)])
		])
			expect(await factsOf(bytes)).toBeUndefined();
	});
});

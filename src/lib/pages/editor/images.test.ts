// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { imageFiles } from './images.ts';

const picture = new File([new Uint8Array([1])], 'image.png', { type: 'image/png' });

function copied(texts: Record<string, string>, files: File[] = [picture]): DataTransfer {
	return { files, getData: (type: string) => texts[type] ?? '' } as unknown as DataTransfer;
}

it.each([
	[
		'a table of a spreadsheet',
		{ 'text/html': '<table><tr><td>Rp 20.000</td></tr></table>', 'text/plain': 'Rp 20.000' }
	],
	['a paragraph of a word processor', { 'text/html': '<p class="MsoNormal">Cetak label</p>' }],
	['plain text', { 'text/plain': 'Cetak label' }]
])('takes no picture of %s that was copied as text', (_what, texts) => {
	expect(imageFiles(copied(texts))).toEqual([]);
});

it.each([
	['alone', {}],
	['from a web page', { 'text/html': '<meta charset="utf-8"><img src="https://example.com/a.png" alt="">' }],
	['from a file manager, with its name', { 'text/plain': 'image.png' }]
])('takes a picture that was copied %s', (_how, texts) => {
	expect(imageFiles(copied(texts))).toEqual([picture]);
});

it('takes no other files, and nothing from an empty clipboard', () => {
	expect(imageFiles(copied({}, [new File(['a'], 'a.pdf', { type: 'application/pdf' })]))).toEqual([]);
	expect(imageFiles(null)).toEqual([]);
});

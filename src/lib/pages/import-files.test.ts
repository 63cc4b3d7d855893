import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultOf } from './import-api.ts';
import { droppedFiles } from './dropped-files.ts';
import { zipOf as zipOfChosen, type ChosenFile } from './import-files.ts';

const zipOf = (files: File[]) => zipOfChosen(files.map((file) => ({ path: file.name, file })));
const at = (path: string, content = 'x'): ChosenFile => ({
	path,
	file: new File([content], path.split('/').at(-1) ?? '')
});

async function namesIn(zip: Blob | string): Promise<string[]> {
	if (!(zip instanceof Blob)) throw new Error(`refused: ${zip}`);
	return Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer())));
}

describe('files chosen for an import', () => {
	it('are sent as they are when they are one zip', async () => {
		const zip = new File(['PK'], 'catatan.zip');
		expect(await zipOf([zip])).toBe(zip);
	});

	it('are packed into one zip when they are Markdown', async () => {
		const packed = await zipOf([new File(['# Satu'], 'satu.md'), new File(['Dua'], 'dua.markdown')]);
		if (!(packed instanceof Blob)) throw new Error(`refused: ${packed}`);
		const files = unzipSync(new Uint8Array(await packed.arrayBuffer()));
		expect(Object.keys(files)).toEqual(['satu.md', 'dua.markdown']);
		expect(new TextDecoder().decode(files['satu.md'])).toBe('# Satu');
	});

	it('are refused when they are something else, or nothing', async () => {
		const zip = new File(['PK'], 'a.zip');
		expect(await zipOf([])).toBe('unsupported');
		expect(await zipOf([new File(['x'], 'nota.pdf')])).toBe('unsupported');
		expect(await zipOf([zip, new File(['x'], 'satu.md')])).toBe('unsupported');
	});

	it('keep their places below a folder, with its pictures and without the rest', async () => {
		const files = [
			at('Catatan/rak.md', '![Rak](foto/rak.png)'),
			at('Catatan/foto/rak.png'),
			at('Catatan/nota.pdf'),
			at('Catatan/.obsidian/app.md')
		];
		expect(await namesIn(await zipOfChosen(files))).toEqual(['Catatan/rak.md', 'Catatan/foto/rak.png']);
		expect(await namesIn(await zipOfChosen([at('a.md'), at('rak.png')]))).toEqual(['a.md', 'rak.png']);
		expect(await zipOfChosen([at('Foto/rak.png')])).toBe('unsupported');
	});

	it('are refused before they are sent when they are too large', async () => {
		const large = new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'besar.zip');
		expect(await zipOf([large])).toBe('too_large');
	});
});

describe('what is dropped', () => {
	const fileEntry = (name: string) => ({
		name,
		isDirectory: false,
		file: (done: (file: File) => void) => done(new File([name], name))
	});
	const folderEntry = (name: string, parts: object[][]) => ({
		name,
		isDirectory: true,
		createReader: () => {
			const left = [...parts, []];
			return { readEntries: (done: (part: object[]) => void) => done(left.shift() ?? []) };
		}
	});
	const item = (entry: object | null, file: File | null = null) =>
		({ webkitGetAsEntry: () => entry, getAsFile: () => file }) as unknown as DataTransferItem;

	it('is everything below a folder, in however many parts the browser tells it, and single files', async () => {
		const inside = folderEntry('foto', [[fileEntry('rak.png')]]);
		const folder = folderEntry('Catatan', [
			[fileEntry('a.md'), fileEntry('.rahasia')],
			[inside, fileEntry('b.md')]
		]);
		const files = await droppedFiles([item(folder), item(null, new File(['x'], 'lepas.md')), item(null)]);
		expect(files.map(({ path }) => path)).toEqual([
			'Catatan/a.md',
			'Catatan/foto/rak.png',
			'Catatan/b.md',
			'lepas.md'
		]);
	});
});

describe('the reason of a stopped import', () => {
	it('is told in words that say what to do', () => {
		expect(['zip_broken', 'zip_ratio', 'zip_entries', 'not_found', 'internal'].map(faultOf)).toEqual([
			'broken',
			'too_much',
			'too_much',
			'not_found',
			'failed'
		]);
	});
});

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultOf } from './import-api.ts';
import { zipOf } from './import-files.ts';

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

	it('are refused before they are sent when they are too large', async () => {
		const large = new File([new Uint8Array(50 * 1024 * 1024 + 1)], 'besar.zip');
		expect(await zipOf([large])).toBe('too_large');
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

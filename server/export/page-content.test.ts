import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { importMarkdown } from '../import/import-markdown.ts';

const source = `---
title: "Kirim \\"hari ini\\""
kind: sop
---

## Tujuan

Semua pesanan sebelum 13.00 dikirim.

## Langkah 1: Ambil barang

- Peran: Gudang
- Waktu: 20 menit
- Bukti: foto

Pakai **daftar ambil**.

## Standar hasil

- [ ] Jumlah paket sama
`;

let home: TestWorkspace;
let pageId: string;
beforeEach(async () => {
	home = await openTestWorkspace();
	const folderId = await home.folder('Keuangan', null, true);
	const files = [{ path: 'kirim.md', bytes: new TextEncoder().encode(source) }];
	const caller = home.caller('wulan');
	await importMarkdown(home.services, { caller, workspaceSlug: 'rona', folderId, files });
	pageId = (await home.services.storage.db.selectFrom('pages').select('id').executeTakeFirstOrThrow()).id;
});
afterEach(() => home.close());

const read = (person: 'wulan' | 'rara', format: string) =>
	home.services.readPageContent(home.caller(person), pageId, format);

it('gives an SOP back as the very Markdown that it was imported from', async () => {
	expect((await read('wulan', 'md'))?.body).toBe(source);
});

it('gives the same text as HTML and as data', async () => {
	expect((await read('wulan', 'html'))?.body).toContain('<section data-sop="step" data-role="Gudang"');
	expect(JSON.parse((await read('wulan', 'json'))?.body ?? '')).toMatchObject({ kind: 'sop', id: pageId });
});

it('answers nothing in an unknown format, and nothing to who may not see the page', async () => {
	expect(await read('wulan', 'exe')).toBeUndefined();
	for (const format of ['md', 'html', 'json']) expect(await read('rara', format)).toBeUndefined();
});

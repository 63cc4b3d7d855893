import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { textOf } from '#domain/pages/document-tree.ts';
import { openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { importMarkdown } from './import-markdown.ts';
import { createMarkdownParser } from './markdown-parser.ts';
import { readFolder, readZip, type SourceFile } from './source-files.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

const handbook = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'handbook');
const file = (path: string, text: string): SourceFile => ({ path, bytes: new TextEncoder().encode(text) });
const run = (
	files: readonly SourceFile[],
	person: 'wulan' | 'hendra' = 'wulan',
	folderId: string | null = null
) => importMarkdown(home.services, { caller: home.caller(person), workspaceSlug: 'rona', folderId, files });

describe('an import of Markdown', () => {
	it('brings the whole handbook: pages, folders, links', async () => {
		const { notices, ...figures } = await run(await readFolder(handbook));
		const kinds = Object.groupBy(notices, ({ kind }) => kind);
		expect(figures).toEqual({ pages: 18, folders: 5, linksResolved: 14, linksUnresolved: 85 });
		expect(Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [kind, list.length]))).toEqual({
			frontMatter: 34,
			headingLevel: 29,
			html: 25,
			image: 1,
			link: 85,
			templateTag: 21
		});
	});

	it('links pages to each other and keeps the words of what it cannot find', async () => {
		const folderId = await home.folder('Impor');
		const files = [file('a/satu.md', '# Satu\n\n[dua](../dua.md#x) [tiga](tiga.md)'), file('dua.md', 'Dua')];
		const report = await run(files, 'wulan', folderId);
		expect(report).toMatchObject({ pages: 2, folders: 1, linksResolved: 1, linksUnresolved: 1 });
		const { db } = home.services.storage;
		const page = await db
			.selectFrom('pages')
			.select('id')
			.where('title', '=', 'Satu')
			.executeTakeFirstOrThrow();
		const actor = await home.services.finders.actor(home.caller('wulan'));
		const blocks = actor && (await home.services.pages.readDocument(actor, page.id));
		expect(blocks?.map(textOf)).toEqual(['dua tiga']);
		expect(JSON.stringify(blocks)).toMatch(/"\/rona\/d\/dua-[0-9a-f-]{36}#x"/);
	});

	it('brings the pictures of its pages, and reports what is none', async () => {
		const folderId = await home.folder('Impor');
		const png = Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
			'base64'
		);
		const text =
			'![Logo](../img/logo%20kita.png)\n\n![Palsu](../img/palsu.png)\n\n![Jauh](https://a.id/b.png)';
		const files = [
			file('sop/a.md', text),
			{ path: 'img/logo kita.png', bytes: png },
			file('img/palsu.png', '<svg/>')
		];
		const report = await run(files, 'wulan', folderId);
		expect(report.notices.map(({ kind, line, detail }) => [kind, line, detail])).toEqual([
			['image', 3, '../img/palsu.png'],
			['image', 5, 'https://a.id/b.png']
		]);
		const { db } = home.services.storage;
		const { id, size } = await db.selectFrom('images').select(['id', 'size']).executeTakeFirstOrThrow();
		expect(size).toBe(png.length);
		const page = await db.selectFrom('pages').select('id').executeTakeFirstOrThrow();
		const actor = await home.services.finders.actor(home.caller('wulan'));
		const blocks = actor && (await home.services.pages.readDocument(actor, page.id));
		expect(blocks?.[0]).toMatchObject({ name: 'image', attributes: { src: `/images/${id}`, alt: 'Logo' } });
	});

	it('stands after what is in the folder already, in the order of the source', async () => {
		const folderId = await home.folder('Impor');
		await home.folder('Lama', folderId);
		await home.page('Lama', folderId);
		await run([file('a.md', 'a'), file('b/c.md', 'c'), file('d.md', 'd')], 'wulan', folderId);
		const { db } = home.services.storage;
		const pages = db.selectFrom('pages').select(['title', 'orderKey']).where('folderId', '=', folderId);
		const folders = db.selectFrom('folders').select(['name as title', 'orderKey']);
		const all = [...(await pages.execute()), ...(await folders.where('parentId', '=', folderId).execute())];
		const inOrder = all.sort((a, b) => (a.orderKey < b.orderKey ? -1 : 1));
		expect(inOrder.map(({ title }) => title)).toEqual(['Lama', 'Lama', 'a', 'b', 'd']);
	});

	it('goes on after a file that is not readable, and reports it', async () => {
		const folderId = await home.folder('Impor');
		const files = [file('a.md', 'a\n> b\n'.repeat(16_000)), file('b.md', 'Dua')];
		const markdownParser = createMarkdownParser({
			entry: new URL('./parse-worker.ts', import.meta.url),
			deadlineMs: 300
		});
		const services = { ...home.services, markdownParser };
		const request = { caller: home.caller('wulan'), workspaceSlug: 'rona', folderId, files };
		const report = await importMarkdown(services, request);
		await markdownParser.close();
		expect(report.pages).toBe(2);
		expect(report.notices).toEqual([{ path: 'a.md', kind: 'tooLong', line: 1, detail: 'time' }]);
	});

	it('is refused where the caller may not write', async () => {
		const folderId = await home.folder('Operasional');
		await expect(run([file('a.md', 'x')], 'hendra', folderId)).rejects.toThrow('not_found');
	});

	it('reads a zip in pieces, never takes its names as paths, and stops a bomb', async () => {
		const text = new TextEncoder().encode('isi');
		const zip = zipSync({ '../../etc/a.md': text, 'b/c.md': text, '__MACOSX/b.md': text });
		const files = await readZip(piecesOf(zip));
		expect(files.map(({ path }) => path)).toEqual(['b/c.md', 'etc/a.md']);
		const bomb = zipSync({ 'a.md': new Uint8Array(30_000_000) });
		await expect(readZip(piecesOf(bomb))).rejects.toThrow('ratio');
		await expect(readZip(piecesOf(text))).rejects.toThrow('broken');
	});
});

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += 1000) yield bytes.subarray(start, start + 1000);
}

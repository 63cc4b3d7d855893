import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentChild } from '#domain/pages/document-tree.ts';
import { pageIdIn } from '#domain/pages/page-address.ts';
import { png } from '../../tests/support/png.ts';
import { accountOf } from '../../tests/support/sign-in.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { encodeDocument } from '../pages/encode-document.ts';
import { visitorOf } from '../pages/standing.ts';
import { exitCodes, runVerb } from './run-verb.ts';
import { verbs } from './verbs.ts';

const handbook = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'handbook');
let home: TestWorkspace;
let scratch: string;
beforeEach(async () => {
	home = await openTestWorkspace();
	scratch = mkdtempSync(join(tmpdir(), 'rapi-markdown-'));
});
afterEach(async () => {
	await home.close();
	rmSync(scratch, { recursive: true, force: true });
});

async function rapi(...args: string[]) {
	const out: string[] = [];
	const say = (line: string) => void out.push(line);
	const environment = { RAPI_DATA: home.dataDir, RAPI_LOG: 'silent' };
	const readInput = () => Promise.resolve('tiga ember cat biru');
	const code = await runVerb(verbs, args, { environment, print: say, complain: say, readInput });
	return { code, text: out.join('\n') };
}

async function here(person: Person = 'wulan'): Promise<string[]> {
	return ['--workspace', home.workspaceId, '--as', (await accountOf(home, person)).email];
}

/** Folders and pages of a workspace, in words: no ids, no keys, links by the title of their page. */
async function treeOf(workspaceId: string) {
	const { db } = home.services.storage;
	const folders = await db.selectFrom('folders').selectAll().where('workspaceId', '=', workspaceId).execute();
	const pages = await db.selectFrom('pages').selectAll().where('workspaceId', '=', workspaceId).execute();
	const owner = await db
		.selectFrom('members')
		.select('id')
		.where('workspaceId', '=', workspaceId)
		.where('role', '=', 'owner')
		.executeTakeFirstOrThrow();
	const caller = { memberId: owner.id, workspaceId, cap: 'manage' as const };
	const actor = await home.services.finders.actor(caller);
	const titles = new Map(pages.map(({ id, title }) => [id, title]));
	const pathOf = (id: string | null): string => {
		const folder = folders.find((one) => one.id === id);
		return folder ? `${pathOf(folder.parentId)}/${folder.name}` : '';
	};
	const tree: Record<string, unknown> = {};
	for (const { id, folderId, title, kind } of pages) {
		const nodes = actor && (await home.services.pages.readDocument(actor, id));
		tree[`${pathOf(folderId)}/${title}`] = [kind, nodes?.map((node) => plain(node, titles))];
	}
	return tree;
}

function plain(child: DocumentChild, titles: ReadonlyMap<string, string>): unknown {
	if ('text' in child) {
		const href = child.marks['link']?.['href'];
		const title = titles.get(pageIdIn(typeof href === 'string' ? href : '') ?? '');
		const link = title === undefined ? child.marks['link'] : { title };
		return link ? { ...child, marks: { ...child.marks, link } } : child;
	}
	const attributes = Object.fromEntries(Object.entries(child.attributes).filter(([name]) => name !== 'id'));
	return { ...child, attributes, children: child.children.map((below) => plain(below, titles)) };
}

/** Writes a picture into a page, as somebody who copied it from another. */
async function showPicture(pageId: string, id: string): Promise<void> {
	const image = { name: 'image', attributes: { id: uuidv7(), src: `/images/${id}` }, children: [] };
	const actor = await home.services.finders.actor(home.caller('wulan'));
	const [update = new Uint8Array()] = encodeDocument([image]);
	expect(actor && (await home.services.pages.applyUpdate(actor, pageId, update))).toBe('saved');
}

describe('Markdown on the command line', () => {
	it('a handbook goes in, out, and into another workspace as the same tree', async () => {
		const { code, text } = await rapi('import', 'markdown', handbook, ...(await here()));
		expect(code).toBe(exitCodes.done);
		expect(text).toContain('18 of 18 pages');
		expect(text).toMatch(/\n[\w/-]+\.md:\d+ image .*\n/);
		expect(text).toMatch(/Made 18 pages and 5 folders; 14 links lead to pages, 85 lead nowhere\.$/);

		const target = join(scratch, 'export');
		const written = await rapi('export', 'markdown', target, ...(await here()));
		expect(written.text).toBe(`Wrote 18 pages and 0 pictures in 5 folders to ${target}.`);

		const owner = 'ayu@kopi.example';
		await rapi('workspace', 'add', '--title', 'Kopi', '--email', owner, '--name', 'Ayu');
		const again = await rapi('import', 'markdown', target, '--workspace', 'kopi', '--as', owner);
		const lines = again.text.split('\n');
		expect(lines[0]).toBe('18 of 18 pages');
		expect(lines.at(-1)).toBe('Made 18 pages and 5 folders; 14 links lead to pages, 0 lead nowhere.');
		// Tags of a site generator are words by now: they stay, and are pointed out again.
		expect(lines.slice(1, -1).filter((line) => !line.includes(' templateTag '))).toEqual([]);
		const kopi = await home.services.storage.db
			.selectFrom('workspaces')
			.select('id')
			.where('slug', '=', 'kopi')
			.executeTakeFirstOrThrow();
		const tree = await treeOf(kopi.id);
		expect(Object.keys(tree)).toHaveLength(18);
		expect(tree).toEqual(await treeOf(home.workspaceId));
	}, 60_000);

	it('writes only what the member may see, under names that every system takes', async () => {
		const shop = await home.folder('Toko: A/B');
		await home.page('Buka?', shop);
		await home.page('buka-', shop);
		await home.page('Gaji', await home.folder('Keuangan', null, true));
		const target = join(scratch, 'export');
		await rapi('export', 'markdown', target, ...(await here('rara')));
		expect(readdirSync(target, { recursive: true }).sort()).toEqual([
			'Toko- A-B',
			'Toko- A-B/Buka-.md',
			'Toko- A-B/buka- 2.md'
		]);
		expect(readFileSync(join(target, 'Toko- A-B', 'Buka-.md'), 'utf8')).toBe(
			'---\ntitle: "Buka?"\n---\n\n<!-- -->\n'
		);
		expect((await rapi('export', 'markdown', target, ...(await here('rara')))).text).toContain('not empty');
	});

	it('takes the pictures of its pages along, and an import elsewhere shows them', async () => {
		const source = join(scratch, 'source');
		mkdirSync(join(source, 'Toko', 'foto'), { recursive: true });
		writeFileSync(join(source, 'Toko', 'foto', 'rak.png'), png(8, 8, 'rak'));
		const cell =
			'<table><tr><td><img src="foto/rak.png" alt="Rak"><p><a href="b.md">b</a></p></td></tr></table>';
		writeFileSync(join(source, 'Toko', 'a.md'), `![Rak](foto/rak.png)\n\n${cell}\n`);
		writeFileSync(join(source, 'Toko', 'b.md'), 'Rak di depan.');
		await rapi('import', 'markdown', source, ...(await here()));
		const target = join(scratch, 'export');
		const { text } = await rapi('export', 'markdown', target, ...(await here()));
		expect(text).toContain('Wrote 2 pages and 1 pictures in 1 folders');
		const [name = ''] = readdirSync(join(target, 'images'));
		expect(name).toMatch(/^[0-9a-f]{32}\.png$/);
		expect(readFileSync(join(target, 'images', name)).equals(png(8, 8, 'rak'))).toBe(true);
		const written = readFileSync(join(target, 'Toko', 'a.md'), 'utf8');
		expect(written).toContain(`![Rak](../images/${name})`);
		expect(written).toContain(`<img src="../images/${name}" alt="Rak"`);

		const owner = 'ayu@kopi.example';
		await rapi('workspace', 'add', '--title', 'Kopi', '--email', owner, '--name', 'Ayu');
		const again = await rapi('import', 'markdown', target, '--workspace', 'kopi', '--as', owner);
		expect(again.text).toContain('Made 2 pages and 1 folders; 1 links lead to pages');
		expect(again.text).not.toContain(' image ');
		const { db } = home.services.storage;
		const kept = await db.selectFrom('images').select(['workspaceId', 'sha256']).execute();
		expect(new Set(kept.map(({ workspaceId }) => workspaceId)).size).toBe(2);
		expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
	});

	it('leaves behind a picture of a page that the member may not see', async () => {
		const closed = await home.page('Gaji', await home.folder('Keuangan', null, true));
		const id = '0123456789abcdef0123456789abcdef';
		const visitor = visitorOf(home.caller('wulan'));
		await home.services.images.put(visitor, { id, pageId: closed }, Readable.from([png(8, 8, 'gaji')]));
		await showPicture(await home.page('Toko', await home.folder('Umum')), id);
		const target = join(scratch, 'export');
		await rapi('export', 'markdown', target, ...(await here('rara')));
		expect(readdirSync(target, { recursive: true }).sort()).toEqual(['Umum', 'Umum/Toko.md']);
	});

	it('tells what was made before it was refused', async () => {
		const source = join(scratch, 'source');
		const deep = join(source, ...Array.from({ length: 10 }, (_, n) => `f${n}`));
		mkdirSync(deep, { recursive: true });
		writeFileSync(join(source, 'a.md'), 'a');
		writeFileSync(join(deep, 'b.md'), 'b');
		let into = await home.folder('Satu');
		for (const name of ['Dua', 'Tiga', 'Empat']) into = await home.folder(name, into);
		const { code, text } = await rapi('import', 'markdown', source, ...(await here()), '--into', into);
		expect(code).toBe(exitCodes.failed);
		expect(text).toContain('Made 1 pages and 8 folders');
		expect(text).toContain('Ended early: too_deep');
	});

	it('says in one sentence what it cannot do', async () => {
		const fails = async (...args: string[]) => {
			const { code, text } = await rapi('import', 'markdown', ...args);
			return [code, text];
		};
		const broken = join(scratch, 'a.zip');
		writeFileSync(broken, 'no zip');
		expect((await fails(...(await here())))[0]).toBe(exitCodes.usage);
		expect(await fails('/nowhere', ...(await here()))).toEqual([exitCodes.failed, 'There is no /nowhere.']);
		expect((await fails(broken, ...(await here())))[1]).toContain('no zip, or a damaged one');
		expect((await fails(handbook, ...(await here('hendra'))))[1]).toContain('Ended early: not_found');
	});
});

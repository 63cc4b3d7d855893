import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { parseConfig } from '#server/config.ts';
import type { CastName } from '#server/demo/cast.ts';
import { createPageLog } from '#server/pages/page-log.ts';
import { createServices } from '#server/services.ts';
import { databaseName } from '../../src/lib/sync/local-database.ts';
import { joinChunks } from '../../src/lib/sync/page-store.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { openPlainClient, type PlainClient } from '../support/plain-client.ts';
import { settledBytes } from '../support/settled-bytes.ts';

const rounds = 5;
const wordsAtOnce = 8;
/** The chip keeps still for short savings: it speaks of a text only when that has stood this long. */
const chipLagMs = 1_000;

let demo: DemoServer;
test.beforeAll(async () => {
	demo = await startDemoServer();
});
test.afterAll(() => demo.close());

/** Somebody with the page open in Chromium. */
interface Writer {
	name: string;
	page: Page;
	/** Where in the page they write. */
	place: string;
}

test('two windows and a plain client write one SOP through kills: what was shown as saved is there', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const pageId = uuidv7();
	const dimas = await openWriter(browser, 'dimas', '[data-sop=goal] p');
	await makePage(dimas.page.request, pageId);
	const rara = await openWriter(browser, 'rara', '.step-text p');
	const writers = [dimas, rara];
	const key = await makeKey(dimas.page.request);
	const program = openPlainClient(demo.url, pageId, key);
	for (const writer of writers) await begin(writer, pageId);
	await expect.poll(() => program.isSynced()).toBe(true);
	const line = lastLine(program.doc);

	const promised = new Set<string>();
	for (let round = 0; round < rounds; round++) {
		const first = writers.map((writer) => write(writer, `${writer.name}${round}a`));
		await Promise.all([...first, writeAsProgram(program, line, `plain${round}a`)]);
		for (const writer of writers) await shownAsSaved(writer, `${writer.name}${round}a${wordsAtOnce - 1};`);

		const second = writers.map((writer) => write(writer, `${writer.name}${round}b`));
		const typed = Promise.all([...second, writeAsProgram(program, line, `plain${round}b`)]);
		await pause(randomInt(50, 400));
		for (const { page } of writers) for (const word of await savedWords(page)) promised.add(word);
		await demo.stop('SIGKILL');
		const kept = new Set(wordsIn(textOf(await readDisk(pageId)).join()));
		expect([...promised].filter((word) => !kept.has(word))).toEqual([]);
		await typed;
		for (const { page } of writers) await expect(page.locator('[data-sync=saved]')).toHaveCount(0);
		await demo.start();
		// The browser says that the network is back: nobody has to wait for the next planned try.
		for (const { page } of writers) await page.evaluate(() => window.dispatchEvent(new Event('online')));
		for (const writer of writers) await shownAsSaved(writer, `${writer.name}${round}b${wordsAtOnce - 1};`);
	}
	expect(promised.size).toBeGreaterThanOrEqual(rounds * writers.length * wordsAtOnce);

	const everything = [...writers.map(({ name }) => name), 'plain'].flatMap(allWordsOf);
	await expect.poll(() => wordsIn(textOf(program.doc).join()).sort()).toEqual(everything.sort());
	await expectEqualEverywhere(pageId, key, program, writers);
	program.close();
});

async function openWriter(browser: Browser, name: CastName, place: string): Promise<Writer> {
	const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'id-ID' });
	await context.request.post(`${demo.url}/api/v1/sessions`, {
		data: demo.signIn(name),
		headers: { origin: demo.url }
	});
	return { name, page: await context.newPage(), place };
}

async function makePage(request: APIRequestContext, id: string) {
	const made = await request.post(`${demo.url}/api/v1/w/${demo.demo.slug}/commands/pages.create`, {
		data: { id, folderId: demo.demo.folderIds['Template'], title: 'Kemas', kind: 'sop', orderKey: 'a0' },
		headers: { origin: demo.url, 'idempotency-key': uuidv7() }
	});
	expect(made.status()).toBe(200);
}

async function makeKey(request: APIRequestContext): Promise<string> {
	const made = await request.post(`${demo.url}/api/v1/workspaces/${demo.demo.slug}/keys`, {
		data: { name: 'Kasir', cap: 'edit', endsAt: null },
		headers: { origin: demo.url }
	});
	return ((await made.json()) as { secret: string }).secret;
}

/** What the test notes in a window: what stood there the last time that the chip could mean all of it. */
interface Noted {
	savedText: string;
}

/** Opens the page in the window, puts the caret where its person writes and follows what the chip says. */
async function begin({ name, page, place }: Writer, pageId: string) {
	await page.goto(`${demo.home}/d/${pageId}`);
	const line = textbox(page).locator(place).first();
	await line.click();
	await page.keyboard.type(`${name}: `);
	await expect(line).toContainText(name);
	await page.evaluate((lagMs) => {
		let seen = '';
		let since = performance.now();
		const noted: Noted = { savedText: '' };
		Object.assign(window, { noted });
		const look = () => {
			const text = document.querySelector('.ProseMirror')?.textContent ?? '';
			if (text !== seen) [seen, since] = [text, performance.now()];
			const isSaved = document.querySelector('[data-sync]')?.getAttribute('data-sync') === 'saved';
			if (isSaved && performance.now() - since > lagMs) noted.savedText = text;
			requestAnimationFrame(look);
		};
		look();
	}, chipLagMs);
}

function textbox(page: Page) {
	return page.getByRole('textbox', { name: 'Isi dokumen' });
}

async function savedText(page: Page): Promise<string> {
	return page.evaluate(() => (window as unknown as { noted: Noted }).noted.savedText);
}

async function savedWords(page: Page): Promise<string[]> {
	return wordsIn(await savedText(page));
}

/** Types some words with a pause between keys, as hands do. */
async function write({ page }: Writer, prefix: string) {
	await page.keyboard.type(wordsOf(prefix).join(''), { delay: 8 });
}

async function writeAsProgram({ doc }: PlainClient, line: Y.XmlText, prefix: string) {
	for (const word of wordsOf(prefix)) {
		doc.transact(() => line.insert(line.length, word));
		await pause(60);
	}
}

function shownAsSaved({ page }: Writer, word: string) {
	return expect.poll(() => savedText(page), { timeout: 30_000 }).toContain(word);
}

function wordsOf(prefix: string): string[] {
	return Array.from({ length: wordsAtOnce }, (_, index) => `${prefix}${index};`);
}

function allWordsOf(name: string): string[] {
	return Array.from({ length: rounds }, (_, round) =>
		[`${name}${round}a`, `${name}${round}b`].flatMap(wordsOf)
	).flat();
}

function wordsIn(text: string): string[] {
	return text.match(/[a-z]+\d[ab]\d+;/g) ?? [];
}

/** The text of the last paragraph: a line of the standard of the result. */
function lastLine(doc: Y.Doc): Y.XmlText {
	let element: Y.XmlFragment = doc.getXmlFragment(documentRoot);
	for (let last: unknown = element; last instanceof Y.XmlFragment; last = element.get(element.length - 1))
		element = last;
	const line = new Y.XmlText();
	element.insert(0, [line]);
	return line;
}

/** The page as it lies on the disk of a server that is dead. */
async function readDisk(pageId: string): Promise<Y.Doc> {
	const services = await createServices(
		parseConfig({ RAPI_DATA: demo.dataDir, PORT: '0', RAPI_LOG: 'error' })
	);
	const { updates } = await createPageLog(services.storage.db, services.clock).load(pageId);
	await services.close();
	const doc = new Y.Doc();
	Y.applyUpdate(doc, settledBytes(...updates));
	return doc;
}

/** The text of every paragraph, in order. */
function textOf(doc: Y.Doc): string[] {
	const visit = (parent: Y.XmlFragment): string[] =>
		parent.toArray().flatMap((child) => {
			if (!(child instanceof Y.XmlElement)) return [];
			if (child.nodeName !== 'paragraph') return visit(child);
			return [
				child
					.toArray()
					.map((text) => (text instanceof Y.XmlText ? text.toJSON() : ''))
					.join('')
			];
		});
	return visit(doc.getXmlFragment(documentRoot));
}

/** Byte for byte: the server's answer, the plain client, what both windows keep; and what they show. */
async function expectEqualEverywhere(pageId: string, key: string, program: PlainClient, writers: Writer[]) {
	const bytesOf = (...updates: Uint8Array[]) => Buffer.from(settledBytes(...updates)).toString('base64');
	const ofProgram = () => bytesOf(Y.encodeStateAsUpdate(program.doc));
	await expect.poll(async () => bytesOf(await readState(pageId, key)), { timeout: 15_000 }).toBe(ofProgram());
	for (const { page } of writers) {
		await expect.poll(async () => bytesOf(...(await readDevice(page, pageId)))).toBe(ofProgram());
		expect(await shownText(page)).toEqual(textOf(program.doc));
	}
}

async function readState(pageId: string, key: string): Promise<Uint8Array> {
	const address = `${demo.url}/api/v1/w/${demo.demo.slug}/pages/${pageId}/state`;
	const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
	expect(answer.status).toBe(200);
	return new Uint8Array(await answer.arrayBuffer());
}

/** The page as it lies on the disk of a window's device. */
async function readDevice(page: Page, pageId: string): Promise<Uint8Array[]> {
	const chunks = await page.evaluate(
		async ([prefix, id]) => {
			const [found] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith(prefix));
			const done = <T>(request: IDBRequest<T>) =>
				new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
			const database = await done(indexedDB.open(found?.name ?? ''));
			const index = database.transaction('pageUpdates').objectStore('pageUpdates').index('pageId');
			const rows = (await done(index.getAll(id))) as { seq: number; bytes: Uint8Array; more: number }[];
			database.close();
			return rows.sort((a, b) => a.seq - b.seq).map(({ bytes, more }) => ({ bytes: [...bytes], more }));
		},
		[databaseName(''), pageId] as const
	);
	return joinChunks(chunks.map(({ bytes, more }) => ({ bytes: new Uint8Array(bytes), more })));
}

/** What a person reads, paragraph by paragraph, without the names at the others' carets. */
function shownText(page: Page): Promise<string[]> {
	return textbox(page)
		.locator('p')
		.evaluateAll((paragraphs) =>
			paragraphs.map((paragraph) => {
				const copy = paragraph.cloneNode(true) as Element;
				copy.querySelectorAll('.remote-caret').forEach((caret) => caret.remove());
				return copy.textContent ?? '';
			})
		);
}

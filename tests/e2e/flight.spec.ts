import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	chromium,
	expect,
	test,
	type APIRequestContext,
	type BrowserContext,
	type Page
} from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

let demo: DemoServer;
let profile: string;
test.beforeEach(async () => {
	demo = await startDemoServer();
	profile = mkdtempSync(join(tmpdir(), 'rapi-profile-'));
});
test.afterEach(async () => {
	await demo.close();
	rmSync(profile, { recursive: true, force: true });
});

const written = 'Cek nomor resi sebelum kurir pergi.';
const newText = 'Nomor kurir cadangan ada di papan.';
const newTitle = 'Kurir cadangan';
const original = 'Jawaban CS: stok habis';
const renamed = 'Jawaban CS: stok habis, versi telepon';
const edited = 'Kirim pesanan sebelum pukul 15.00';
const moved = 'Jam kerja dan siapa bertanya ke siapa';

for (const viewport of [
	{ width: 390, height: 844 },
	{ width: 1440, height: 900 }
]) {
	test(`a cold start in flight mode has everything and loses nothing, ${viewport.width} wide`, async ({
		launchOptions,
		playwright
	}) => {
		test.setTimeout(180_000);
		const launch = (offline: boolean): Promise<BrowserContext> =>
			chromium.launchPersistentContext(profile, { ...launchOptions, locale: 'id-ID', viewport, offline });
		const texts = await prepare(await launch(false));
		const before = await readAsDimas(playwright.request);
		await demo.stop('SIGKILL');

		const flight = await launch(true);
		const page = await flight.newPage();
		await page.goto(demo.home);
		await expectTree(page, viewport.width);
		await expect(page.locator('[data-sync=offline]')).toBeVisible();
		for (const [id, text] of texts) await expectText(page, id, text);
		await work(page);
		await expectWork(page);
		await expectUnsent(page, 6);
		await flight.close();

		const again = await launch(true);
		const second = await again.newPage();
		await second.goto(demo.home);
		await expectUnsent(second, 6);
		await expectWork(second);
		await demo.start();
		await again.setOffline(false);
		await expect(second.locator('[data-sync=saved]')).toHaveText('Tersimpan', { timeout: 20_000 });
		await again.close();

		expectOnce(before, await readAsDimas(playwright.request));
	});
}

/** Signs in and waits until every page is on the device; answers their texts by id. */
async function prepare(context: BrowserContext): Promise<Map<string, string>> {
	const page = await context.newPage();
	await signIn(context.request, 'rara');
	await page.goto(`${demo.home}/settings/device`);
	const texts = await textsFor(context.request);
	await expect(page.getByRole('main')).toContainText(`${texts.size} dari ${texts.size}`, {
		timeout: 30_000
	});
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await context.close();
	return texts;
}

async function signIn(request: APIRequestContext, name: CastName) {
	const headers = { origin: demo.url };
	const response = await request.post(`${demo.url}/api/v1/sessions`, { data: demo.signIn(name), headers });
	expect(response.status()).toBe(201);
}

interface Listed {
	id: string;
	title: string;
	folderId: string;
}

async function pagesFor(request: APIRequestContext): Promise<Listed[]> {
	const response = await request.get(`${demo.url}/api/v1/w/${demo.demo.slug}/pages?limit=200`);
	return ((await response.json()) as { items: Listed[] }).items;
}

async function textsFor(request: APIRequestContext): Promise<Map<string, string>> {
	const texts = new Map<string, string>();
	for (const { id } of await pagesFor(request)) {
		const response = await request.get(`${demo.url}/api/v1/w/${demo.demo.slug}/pages/${id}/content.md`);
		texts.set(id, await response.text());
	}
	return texts;
}

interface Reading {
	pages: Listed[];
	texts: Map<string, string>;
}

async function readAsDimas(requests: { newContext(): Promise<APIRequestContext> }): Promise<Reading> {
	const request = await requests.newContext();
	await signIn(request, 'dimas');
	const reading = { pages: await pagesFor(request), texts: await textsFor(request) };
	await request.dispose();
	return reading;
}

async function expectTree(page: Page, width: number) {
	await page.goto(width < 640 ? `${demo.home}/f` : demo.home);
	const tree = width < 640 ? page.getByRole('main') : page.getByRole('tree');
	for (const name of ['Operasional', 'Pemasaran', 'Produksi & Vendor', 'Template']) {
		await expect(tree.getByText(name, { exact: true }).first()).toBeVisible();
	}
}

/** Words that Markdown needs and the screen says by its form. */
const labels = new Set(
	'Tujuan Langkah Peran Waktu Bukti Persetujuan Standar hasil Contoh buruk biasa bagus'.split(' ')
);

/** Every longer word of the text stands on the page's screen. */
async function expectText(page: Page, id: string, markdown: string) {
	await page.goto(`${demo.home}/d/${id}`);
	await expect(page.getByRole('article')).toBeVisible();
	const body = markdown.replace(/^---\n.*?\n---\n/s, '').replace(/\]\([^)]*\)/g, ']');
	const words = new Set(body.match(/\p{L}{5,}/gu)?.filter((word) => !labels.has(word)));
	expect(words.size).toBeGreaterThan(10);
	await expect
		.poll(async () => {
			const shown = await page.getByRole('article').innerText();
			return [...words].filter((word) => !shown.includes(word));
		})
		.toEqual([]);
}

async function openFolder(page: Page, name: string) {
	await page.goto(`${demo.home}/f/${demo.demo.folderIds[name]}`);
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

function text(page: Page) {
	return page.getByRole('textbox', { name: 'Isi dokumen' });
}

async function openPage(page: Page, title: string) {
	await page.goto(`${demo.home}/d/${demo.demo.pageIds[title]}`);
}

/** An edit, a new page with text, a rename and a move. */
async function work(page: Page) {
	await openPage(page, edited);
	await text(page).locator('[data-sop=goal] p').click();
	await page.keyboard.press('End');
	await page.keyboard.type(` ${written}`);
	await expectUnsent(page, 1);

	await openFolder(page, 'Template');
	await page.getByRole('main').getByRole('button', { name: 'Dokumen baru' }).click();
	await page.waitForURL(/\/d\//);
	const title = page.getByRole('textbox', { name: 'Judul halaman' });
	await title.fill(newTitle);
	await page.keyboard.press('Enter');
	await text(page).click();
	await page.keyboard.type(newText);
	await expectUnsent(page, 4);

	await openFolder(page, 'Template');
	await choose(page, original, 'Ganti nama');
	await page.getByRole('textbox', { name: 'Nama' }).fill(renamed);
	await page.keyboard.press('Enter');
	await expectUnsent(page, 5);
	await openFolder(page, 'Operasional');
	await choose(page, moved, 'Pindah ke…');
	await page.getByRole('option', { name: 'Layanan pelanggan' }).click();
	await expect(page.getByRole('main').getByRole('link', { name: moved })).toHaveCount(0);
	await expectUnsent(page, 6);
}

/** The chip says how much is on this device only, and says it only when it lies there. */
async function expectUnsent(page: Page, count: number) {
	const words = `Luring, ${count} perubahan di perangkat ini`;
	await expect(page.locator('[data-sync=offlineUnsent]')).toHaveText(words);
}

async function choose(page: Page, title: string, entry: string) {
	const button = page.getByRole('button', { name: `Tindakan untuk ${title}`, exact: true });
	await button.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem', { name: entry }).click();
}

async function expectWork(page: Page) {
	await openFolder(page, 'Layanan pelanggan');
	await expect(page.getByRole('main').getByRole('link', { name: moved })).toBeVisible();
	await openFolder(page, 'Template');
	await expect(page.getByRole('main').getByRole('link', { name: renamed })).toBeVisible();
	await page.getByRole('main').getByRole('link', { name: newTitle }).click();
	await expect(text(page)).toContainText(newText);
	await openPage(page, edited);
	await expect(text(page)).toContainText(written);
}

/** The work of the flight is there once, and nothing else has changed. */
function expectOnce(before: Reading, after: Reading) {
	const { folderIds, pageIds } = demo.demo;
	const known = new Set(before.pages.map(({ id }) => id));
	const added = after.pages.filter(({ id }) => !known.has(id));
	expect(added).toMatchObject([{ title: newTitle, folderId: folderIds['Template'] }]);
	const expected = before.pages.map(({ id, title, folderId }) => ({
		id,
		title: id === pageIds[original] ? renamed : title,
		folderId: id === pageIds[moved] ? folderIds['Layanan pelanggan'] : folderId
	}));
	const kept = after.pages.filter(({ id }) => known.has(id));
	expect(kept.map(({ id, title, folderId }) => ({ id, title, folderId }))).toEqual(expected);

	const all = [...after.texts.values()].join('\n');
	for (const sentence of [written, newText]) expect(all.split(sentence)).toHaveLength(2);
	for (const [id, then] of before.texts) {
		const now = after.texts.get(id)?.replace(` ${written}`, '').replace(renamed, original);
		expect(now).toBe(then);
	}
}

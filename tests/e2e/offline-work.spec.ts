import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

let server: DemoServer;
test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

const title = 'Jawaban CS: stok habis';
const onePixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
	'base64'
);

test('a picture put in offline survives a restart, and arrives and is kept though nobody opens its page', async ({
	browser
}) => {
	const first = await open(browser, 'dimas', pagePath());
	await expect(text(first)).toBeVisible();
	await first.evaluate(async () => void (await navigator.serviceWorker.ready));
	await expect(first.locator('[data-sync=saved]')).toBeVisible();
	await goOffline(first);
	await text(first).click();
	await first
		.locator('input[type=file]')
		.setInputFiles({ name: 'paket.png', mimeType: 'image/png', buffer: onePixel });
	await expect(text(first).locator('img')).toHaveJSProperty('naturalWidth', 10);
	await expectUnsent(first, 2);
	const context = first.context();
	await first.close();

	const second = await context.newPage();
	await second.goto(server.home);
	await expectUnsent(second, 2);
	await server.start();
	await context.setOffline(false);
	await expect(second.locator('[data-sync=saved]')).toBeVisible({ timeout: 20_000 });
	await expect(second).toHaveURL(server.home);

	const rara = await open(browser, 'rara');
	await expect.poll(() => imagesHere(rara), { timeout: 20_000 }).toBe(1);
	await rara.evaluate(async () => void (await navigator.serviceWorker.ready));
	await goOffline(rara);
	await rara.goto(server.home + pagePath());
	await expect(text(rara).locator('img')).toHaveJSProperty('naturalWidth', 10);
});

for (const width of [390, 1440]) {
	test(`what lost its folder is shown where its page was, saved as a file and dismissed, ${width} wide`, async ({
		browser
	}) => {
		const rara = await open(browser, 'rara', pagePath(), width);
		await expect(text(rara)).toBeVisible();
		await expect(rara.locator('[data-sync=saved]')).toBeAttached();
		await goOffline(rara);
		await text(rara).click();
		await rara.keyboard.press('Control+End');
		await rara.keyboard.type(' Tawarkan warna lain.');
		await expectUnsent(rara, 1);
		await server.start();
		await restrictTemplates(browser);
		await rara.context().setOffline(false);

		const main = rara.getByRole('main');
		await expect(main.getByRole('heading', { name: 'Tidak bisa dikirim lagi' })).toBeVisible({
			timeout: 20_000
		});
		const saving = rara.waitForEvent('download');
		await main.getByRole('button', { name: 'Simpan sebagai berkas' }).click();
		const download = await saving;
		expect(download.suggestedFilename()).toBe('Jawaban CS stok habis.md');
		expect(readFileSync(await download.path(), 'utf8')).toContain('Tawarkan warna lain.');

		await rara.locator('[data-sync=accessChanged]').click();
		await rara.getByRole('dialog').getByRole('button', { name: 'Buang' }).click();
		await rara.getByRole('button', { name: 'Hapus dari perangkat ini' }).click();
		await expect(main.getByRole('heading', { name: 'Tidak bisa dikirim lagi' })).toHaveCount(0);
		await expect(rara.locator('[data-sync=saved]')).toBeAttached();
	});
}

test('pages open and save where the browser gives no database', async ({ browser }) => {
	const context = await browser.newContext({ locale: 'id-ID' });
	await context.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('blocked', 'InvalidStateError');
		};
	});
	const dimas = await openIn(context, 'dimas', pagePath());
	await expect(dimas.getByText('Halaman ini tidak disimpan di perangkat ini.')).toBeVisible();
	await text(dimas).click();
	await dimas.keyboard.press('Control+End');
	await dimas.keyboard.type(' Tawarkan warna lain.');
	await expect(dimas.locator('[data-sync=saved]')).toBeVisible();
	await dimas.reload();
	await expect(text(dimas)).toContainText('Tawarkan warna lain.');
});

async function open(browser: Browser, name: CastName, path = '', width = 1440): Promise<Page> {
	const viewport = { width, height: 900 };
	return openIn(await browser.newContext({ locale: 'id-ID', viewport }), name, path);
}

async function openIn(
	context: Awaited<ReturnType<Browser['newContext']>>,
	name: CastName,
	path: string
): Promise<Page> {
	const headers = { origin: server.url };
	const signIn = { data: server.signIn(name), headers };
	expect((await context.request.post(`${server.url}/api/v1/sessions`, signIn)).status()).toBe(201);
	const page = await context.newPage();
	await page.goto(server.home + path);
	return page;
}

/** Open sockets outlive the browser's own flight mode, so the server goes too. */
async function goOffline(page: Page) {
	await page.context().setOffline(true);
	await server.stop('SIGKILL');
}

async function restrictTemplates(browser: Browser) {
	const context = await browser.newContext();
	const headers = { origin: server.url };
	await context.request.post(`${server.url}/api/v1/sessions`, { data: server.signIn('wulan'), headers });
	const address = `${server.url}/api/v1/w/${server.demo.slug}/commands/folders.restrict`;
	const data = { id: server.demo.folderIds['Template'] };
	expect((await context.request.post(address, { data, headers })).ok()).toBe(true);
	await context.close();
}

function pagePath(): string {
	return `/d/${server.demo.pageIds[title]}`;
}

function text(page: Page) {
	return page.getByRole('textbox', { name: 'Isi dokumen' });
}

async function expectUnsent(page: Page, count: number) {
	const words = `Luring, ${count} perubahan di perangkat ini`;
	await expect(page.locator('[data-sync=offlineUnsent]')).toHaveText(words);
}

/** How many pictures lie in the workspace's database on this device. */
function imagesHere(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const { name } =
			(await indexedDB.databases()).find(({ name }) => name?.startsWith('rapi-workspace-')) ?? {};
		if (!name) return 0;
		return new Promise<number>((resolve, reject) => {
			const opening = indexedDB.open(name);
			opening.onerror = () => reject(new Error('The database could not be opened.'));
			opening.onsuccess = () => {
				const counting = opening.result.transaction('images').objectStore('images').count();
				counting.onsuccess = () => {
					opening.result.close();
					resolve(counting.result);
				};
			};
		});
	});
}

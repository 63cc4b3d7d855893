import { expect, test, type Browser, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter, untilCaughtUp } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

async function open(
	browser: Browser,
	name: CastName,
	path = '',
	size = { width: 1440, height: 900 }
): Promise<Page> {
	const context = await browser.newContext({
		viewport: size,
		locale: 'id-ID',
		permissions: ['clipboard-read', 'clipboard-write']
	});
	const page = await context.newPage();
	await enter(page, server, name, path);
	return page;
}

/** The address of a demo page, found where a person would find it: in its folder. */
async function addressOf(page: Page, title: string): Promise<string> {
	const folders = await page
		.locator('a[href*="/f/"]')
		.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
	for (const folder of folders) {
		await page.goto(server.url + folder);
		await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
		await untilCaughtUp(page);
		const link = page.getByRole('main').getByRole('link', { name: title }).first();
		if ((await link.count()) > 0) return (await link.getAttribute('href')) ?? '';
	}
	throw new Error(`no page ${title}`);
}

async function newPage(page: Page, kind: 'Dokumen baru' | 'SOP baru'): Promise<string> {
	await page.locator('a[href*="/f/"]', { hasText: 'Template' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Template' })).toBeVisible();
	await page.getByRole('main').getByRole('button', { name: kind }).click();
	await page.waitForURL(/\/d\//);
	await expect(text(page)).toBeVisible();
	return new URL(page.url()).pathname;
}

function text(page: Page) {
	return page.getByRole('textbox', { name: 'Isi dokumen' });
}

async function saved(page: Page) {
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
}

/** Puts a small picture where the caret is. */
async function choosePicture(page: Page) {
	await page.locator('input[type=file]').setInputFiles({
		name: 'paket.png',
		mimeType: 'image/png',
		buffer: Buffer.from(
			'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC',
			'base64'
		)
	});
	const picture = text(page).locator('img');
	await expect(picture).toHaveJSProperty('naturalWidth', 10);
	return picture;
}

test('two people write one SOP, see each other’s caret, and undo only their own words', async ({
	browser
}) => {
	const dimas = await open(browser, 'dimas');
	const path = await newPage(dimas, 'SOP baru');
	await text(dimas).locator('.step-text p').first().click();
	await dimas.keyboard.type('Cetak label');
	await dimas.keyboard.press('Enter');
	await dimas.keyboard.type('Urutkan per rak.');
	await saved(dimas);

	const rara = await open(browser, 'rara');
	await rara.goto(server.url + path);
	await expect(text(rara)).toContainText('Urutkan per rak.');
	await text(rara).locator('[data-sop=goal] p').click();
	await rara.keyboard.type('Semua terkirim hari ini.');
	await expect(text(dimas)).toContainText('Semua terkirim hari ini.');
	await expect(dimas.locator('.remote-name')).toHaveText('Rara Kusumaningtyas');
	await expect(rara.locator('.remote-name')).toHaveText('Dimas Nugroho');

	await text(dimas).locator('.step-text p').first().click();
	await dimas.keyboard.press('Control+z');
	await expect(text(dimas)).not.toContainText('Urutkan per rak.');
	await expect(text(dimas)).toContainText('Semua terkirim hari ini.');
	await expect(text(rara)).toContainText('Semua terkirim hari ini.');
});

test('what is written offline is there for the others after coming back', async ({ browser }) => {
	const dimas = await open(browser, 'dimas');
	const path = await newPage(dimas, 'Dokumen baru');
	await text(dimas).click();
	await dimas.keyboard.type('Sebelum. ');
	await saved(dimas);
	await dimas.context().setOffline(true);
	await server.stop();
	await dimas.keyboard.type('Ditulis luring.');
	await expect(dimas.locator('[data-sync=offlineUnsent]')).toBeVisible();
	await dimas.locator('[data-sync]').click();
	const waiting = dimas.getByRole('dialog', { name: 'Keadaan pekerjaan Anda' });
	await expect(waiting.getByRole('listitem')).toHaveText(['Dokumen tanpa judul']);
	await dimas.keyboard.press('Escape');
	await server.start();
	await dimas.context().setOffline(false);
	await saved(dimas);
	const rara = await open(browser, 'rara');
	await rara.goto(server.url + path);
	await expect(text(rara)).toContainText('Sebelum. Ditulis luring.');
});

test('a page is written by keyboard alone: title, slash menu, table, lists, marks, moving', async ({
	browser
}) => {
	const dimas = await open(browser, 'dimas');
	await newPage(dimas, 'Dokumen baru');
	const title = dimas.getByRole('textbox', { name: 'Judul halaman' });
	await title.focus();
	await dimas.keyboard.press('Control+a');
	await dimas.keyboard.type('Jam pickup kurir');
	await dimas.keyboard.press('Enter');
	await expect(text(dimas)).toBeFocused();
	await dimas.keyboard.type('/tabel');
	await expect(dimas.getByRole('option', { name: /Tabel/ })).toHaveAttribute('aria-selected', 'true');
	await dimas.keyboard.press('Enter');
	await dimas.keyboard.type('Kanal');
	await dimas.keyboard.press('Tab');
	await dimas.keyboard.type('Jam');
	await expect(text(dimas).getByRole('columnheader')).toHaveText(['Kanal', 'Jam', '']);
	await dimas.keyboard.press('Control+End');
	await dimas.keyboard.press('ArrowDown');
	await dimas.keyboard.press('Enter');
	await dimas.keyboard.type('[] Foto paket');
	await dimas.keyboard.press('Control+Enter');
	await expect(text(dimas).getByRole('checkbox', { name: 'Selesai: Foto paket' })).toBeChecked();
	await dimas.keyboard.press('Enter');
	await dimas.keyboard.type('Segel');
	await dimas.keyboard.press('Control+Shift+ArrowUp');
	await expect(text(dimas).locator('[data-checked]')).toHaveText([/Segel/, /Foto paket/]);
	await expect(dimas.getByRole('heading', { level: 1 })).toHaveAccessibleName('Jam pickup kurir');
});

test('a reader sees the text and why it cannot be changed, without a caret or a handle', async ({
	browser
}) => {
	const sarah = await open(browser, 'sarah');
	await sarah.goto(server.url + (await addressOf(sarah, 'Siaran langsung TikTok')));
	const main = sarah.getByRole('main');
	await expect(main.getByText('Siapkan barang dan papan ukuran')).toBeVisible();
	await expect(main.getByText('Anda bisa membaca halaman ini.')).toBeVisible();
	await expect(main.locator('[contenteditable=true], textarea, input[type=file]')).toHaveCount(0);
	await main.getByText('Siapkan barang dan papan ukuran').hover();
	await expect(sarah.getByRole('button', { name: 'Tambah blok di bawah' })).toHaveCount(0);
});

test('pasted text keeps its lists and bold and loses its colours', async ({ browser }) => {
	const dimas = await open(browser, 'dimas');
	await newPage(dimas, 'Dokumen baru');
	await text(dimas).click();
	await text(dimas).evaluate((box) => {
		const data = new DataTransfer();
		data.setData(
			'text/html',
			'<p style="color:red"><b>Retur</b> 3 hari</p><ul><li>Foto</li></ul><img src=x onerror="document.title=1">'
		);
		box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	});
	await dimas.keyboard.press('Enter');
	await dimas.keyboard.press('Enter');
	await text(dimas).evaluate((box) => {
		const data = new DataTransfer();
		data.setData('text/plain', '*Penting* ya\n1. satu\n2. dua');
		box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	});
	await expect(text(dimas).locator('strong')).toHaveText(['Retur', 'Penting']);
	await expect(text(dimas).locator('li')).toHaveText(['Foto', /satu/, /dua/]);
	await expect(text(dimas).locator('[style*=red], img')).toHaveCount(0);
	await saved(dimas);
});

test('a picture stands in the page at once, is described, and reaches the others', async ({ browser }) => {
	const dimas = await open(browser, 'dimas');
	await newPage(dimas, 'Dokumen baru');
	await text(dimas).click();
	const picture = await choosePicture(dimas);
	await picture.dblclick();
	await expect(dimas.getByRole('textbox', { name: 'Jelaskan gambar ini' })).toBeFocused();
	await dimas.keyboard.type('Kotak tertutup rapat');
	await dimas.keyboard.press('Enter');
	await expect(picture).toHaveAttribute('alt', 'Kotak tertutup rapat');
	await saved(dimas);

	const rara = await open(browser, 'rara');
	await rara.goto(dimas.url());
	const seen = text(rara).getByRole('img', { name: 'Kotak tertutup rapat' });
	await expect(seen).toHaveJSProperty('naturalWidth', 10);
});

test('a picture that is copied to another page is kept and shown by that page', async ({ browser }) => {
	const dimas = await open(browser, 'dimas');
	await newPage(dimas, 'Dokumen baru');
	await text(dimas).click();
	await dimas.keyboard.type('Kotak yang benar');
	await choosePicture(dimas);
	await dimas.keyboard.press('Control+a');
	await dimas.keyboard.press('Control+c');
	await newPage(dimas, 'Dokumen baru');
	await text(dimas).click();
	await dimas.keyboard.press('Control+v');
	await expect(text(dimas).locator('img')).toHaveJSProperty('naturalWidth', 10);
	await saved(dimas);
	const api = `/api/v1/w/${server.home.split('/').at(-1) ?? ''}`;
	const ownerOfPicture = () =>
		dimas.evaluate(async (api) => {
			const content = await fetch(`${api}/pages/${location.pathname.slice(-36)}/content.html`);
			const [address = ''] = /\/images\/[0-9a-f]{32}/.exec(await content.text()) ?? [];
			return (await fetch(address)).headers.get('x-rapi-page');
		}, api);
	await expect.poll(ownerOfPicture).toBe(dimas.url().slice(-36));
});

test('an archived page is read without a caret and says why', async ({ browser }) => {
	const dimas = await open(browser, 'dimas');
	await newPage(dimas, 'Dokumen baru');
	await text(dimas).click();
	await dimas.keyboard.type('Tidak dipakai lagi');
	await saved(dimas);
	await dimas.getByRole('button', { name: 'Tindakan halaman' }).click();
	await dimas.getByRole('menuitem', { name: /Arsip/ }).click();
	await expect(dimas.getByText('Halaman ini diarsipkan dan tidak diubah lagi.')).toBeVisible();
	await expect(dimas.locator('[contenteditable=true]')).toHaveCount(0);
	await expect(dimas.getByRole('main')).toContainText('Tidak dipakai lagi');
});

test('a page that somebody archives goes to reading under the caret and the slash menu, without an error', async ({
	browser
}) => {
	const dimas = await open(browser, 'dimas');
	const errors: string[] = [];
	dimas.on('pageerror', ({ message }) => errors.push(message));
	await newPage(dimas, 'Dokumen baru');
	await text(dimas).click();
	await dimas.keyboard.type('Masih ditulis');
	await saved(dimas);
	const rara = await open(browser, 'rara');
	await rara.goto(dimas.url());
	await expect(text(rara)).toContainText('Masih ditulis');
	await dimas.keyboard.type(' /');
	await expect(dimas.getByRole('listbox')).toBeVisible();
	await rara.getByRole('button', { name: 'Tindakan halaman' }).click();
	await rara.getByRole('menuitem', { name: /Arsip/ }).click();
	await expect(dimas.locator('[contenteditable=true]')).toHaveCount(0);
	await expect(dimas.getByRole('listbox')).toHaveCount(0);
	await expect(dimas.getByRole('main')).toContainText('Masih ditulis');
	expect(errors).toEqual([]);
});

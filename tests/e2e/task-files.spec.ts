import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { png } from '../support/png.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const board = 'Rilis koleksi Senja';
const label = 'Revisi label kemasan serum 20 ml';
const note = { name: 'Nota Oktober.html', mimeType: 'text/html', buffer: Buffer.from('<p>nota</p>') };

async function openTask(page: Page, who: 'intan' | 'dimas') {
	await enter(page, server, who, '/boards');
	await page.getByRole('main').getByRole('link', { name: board }).click();
	await page.getByRole('main').getByRole('link', { name: label }).click();
	return page
		.getByRole('complementary', { name: 'Tugas', exact: true })
		.getByRole('region', { name: 'File' });
}

test('a file is attached, saved by somebody else under its name, removed and brought back', async ({
	page,
	browser
}) => {
	const files = await openTask(page, 'intan');
	await files.locator('input[type=file]').setInputFiles([note]);
	await expect(files.getByRole('link', { name: 'Nota Oktober.html' })).toBeVisible();
	await expect(files).toContainText('Intan Maharani');
	await expect(page.getByRole('button', { name: 'Tulis deskripsi', exact: true })).toBeVisible();
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();

	const other = await browser.newPage();
	const theirs = await openTask(other, 'dimas');
	const saving = other.waitForEvent('download');
	await theirs.getByRole('link', { name: 'Nota Oktober.html' }).click();
	const saved = await saving;
	expect(saved.suggestedFilename()).toBe('Nota Oktober.html');
	expect(await readFile(await saved.path(), 'utf8')).toBe('<p>nota</p>');

	await files.getByRole('button', { name: 'Hapus Nota Oktober.html' }).click();
	await expect(theirs.getByRole('link', { name: 'Nota Oktober.html' })).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(theirs.getByRole('link', { name: 'Nota Oktober.html' })).toBeVisible();
});

test('a picture that is dropped without a network is kept, shown, and sent afterwards', async ({ page }) => {
	const files = await openTask(page, 'dimas');
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
	await page.context().setOffline(true);
	const bytes = Buffer.from(png(4, 4, 'foto')).toString('base64');
	await page.evaluate((encoded) => {
		const data = new DataTransfer();
		const content = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
		data.items.add(new File([content], 'foto rak.png', { type: 'image/png' }));
		const article = document.querySelector('aside article');
		for (const type of ['dragover', 'drop'])
			article?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
	}, bytes);
	await expect(files.getByRole('link', { name: 'foto rak.png' })).toBeVisible();
	await expect(files.getByText('Di perangkat ini, belum terkirim')).toBeVisible();
	await expect(files.locator('img')).toHaveAttribute('src', /^blob:/);
	await page.context().setOffline(false);
	await expect(files.getByText('Di perangkat ini, belum terkirim')).toHaveCount(0);
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
});

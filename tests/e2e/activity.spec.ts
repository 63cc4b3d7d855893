import { expect, test } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const board = 'Rilis koleksi Senja';
const label = 'Revisi label kemasan serum 20 ml';

test('what somebody changed stands there with the old and the new value, and opens', async ({ page }) => {
	await enter(page, server, 'wulan', '/boards');
	await page.getByRole('main').getByRole('link', { name: board }).click();
	await page.getByRole('main').getByText(label).first().click();
	const title = page.getByRole('textbox', { name: 'Judul tugas' });
	await title.fill('Revisi label botol 20 ml');
	await title.press('Enter');
	await page.keyboard.press('Escape');
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
	await page.keyboard.press('g');
	await page.keyboard.press('y');
	await expect(page.getByRole('heading', { level: 1, name: 'Aktivitas' })).toBeVisible();
	const first = page.getByRole('main').getByRole('listitem').first();
	await expect(first).toContainText('Wulan Prameswari mengganti judul');
	await expect(first.locator('del')).toHaveText(`“${label}”`);
	await expect(first.locator('ins')).toHaveText('“Revisi label botol 20 ml”');
	await first.getByRole('link', { name: 'Revisi label botol 20 ml' }).click();
	await expect(page.getByRole('complementary', { name: 'Tugas' })).toBeVisible();
});

test('a choice stands in the address, and older lines come by a press', async ({ page }) => {
	await enter(page, server, 'wulan', '/activity');
	const lines = page
		.getByRole('main')
		.getByRole('listitem')
		.filter({ has: page.locator('time') });
	await expect(lines).toHaveCount(50);
	await page.getByRole('button', { name: 'Lihat yang lebih lama' }).click();
	await expect(lines).not.toHaveCount(50);
	await page.getByLabel('Jenis').selectOption('Komentar');
	await expect(page).toHaveURL(/kind=comments/);
	await expect(lines.first()).toContainText('berkomentar');
	await expect(lines.filter({ hasText: 'membuat tugas' })).toHaveCount(0);
	await page.getByLabel('Hari', { exact: true }).fill('2020-01-01');
	await expect(page.getByText('Tidak ada yang cocok.')).toBeVisible();
	await page.getByRole('button', { name: 'Tampilkan semua' }).click();
	await expect(lines).toHaveCount(50);
});

test('a board has its own, and without a network the screen says where it is kept', async ({ page }) => {
	await enter(page, server, 'wulan', '/boards');
	await page.getByRole('main').getByRole('link', { name: board }).click();
	await expect(page.getByRole('heading', { level: 1, name: board })).toBeVisible();
	await page.getByRole('button', { name: `Tindakan untuk ${board}` }).click();
	await page.getByRole('menuitem', { name: 'Aktivitas papan ini' }).click();
	await expect(page.getByRole('heading', { level: 1, name: `Aktivitas ${board}` })).toBeVisible();
	await expect(page.getByRole('main').getByText('membuat papan')).toBeVisible();
	await expect(page.getByRole('main').getByText('membuat dokumen')).toHaveCount(0);
	await page.context().setOffline(true);
	await page
		.getByRole('group', { name: 'Yang ditampilkan' })
		.getByLabel('Orang')
		.selectOption('Rara Kusumaningtyas');
	await expect(page.getByText('Aktivitas disimpan di server.')).toBeVisible();
	await page.context().setOffline(false);
	await expect(page.getByText('Aktivitas disimpan di server.')).toBeHidden();
});

import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const from = 'Rilis koleksi Senja';
const to = 'Layanan harian';
const label = 'Revisi label kemasan serum 20 ml';

async function openBoard(page: Page, name: string, query = ''): Promise<void> {
	await enter(page, server, 'wulan', '/boards');
	const href = await page.getByRole('main').getByRole('link', { name }).getAttribute('href');
	await page.goto(`${server.url}${href}${query}`);
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

const column = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name}, `) });

test('a card goes to a column of another board, and one undo brings it back', async ({ page }) => {
	await openBoard(page, from);
	const was = 'Dikerjakan';
	const card = column(page, was).getByRole('link', { name: label });
	await card.focus();
	await card.press('Shift+F10');
	await page.getByRole('menuitem', { name: 'Pindah ke papan…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Pindah ke papan lain' });
	await dialog.getByLabel('Papan').selectOption({ label: `${to} (Layanan pelanggan)` });
	await dialog.getByLabel('Kolom').selectOption('Menunggu persetujuan');
	await dialog.getByRole('button', { name: 'Pindahkan ke papan ini' }).click();
	await expect(page.getByText(`Tugas dipindah ke ${to}, Menunggu persetujuan.`).first()).toBeVisible();
	await expect(card).toHaveCount(0);
	await expect(column(page, was).locator('[data-card] a:focus')).toHaveCount(1);
	await page.keyboard.press('Control+z');
	await expect(card).toBeVisible();
	await page.keyboard.press('Control+Shift+z');
	await expect(card).toHaveCount(0);
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
	await openBoard(page, to);
	await expect(column(page, 'Menunggu persetujuan').getByRole('link', { name: label })).toBeVisible();
});

test('several go together, each to the status that it had', async ({ page }) => {
	await openBoard(page, to, '?view=list');
	const boxes = page.getByRole('checkbox', { name: /^Pilih (Balas ulasan|Rapikan jawaban)/ });
	await boxes.nth(0).check();
	await boxes.nth(1).check();
	await page.getByRole('button', { name: 'Pindah ke papan…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Pindahkan 2 tugas ke papan lain' });
	await dialog.getByLabel('Papan').selectOption({ label: `${from} (Pemasaran)` });
	await dialog.getByRole('button', { name: 'Pindahkan ke papan ini' }).click();
	await expect(boxes).toHaveCount(0);
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
	await openBoard(page, from);
	await expect(column(page, 'Belum mulai').getByRole('link', { name: /Balas ulasan/ })).toBeVisible();
	await expect(column(page, 'Dikerjakan').getByRole('link', { name: /Rapikan jawaban/ })).toBeVisible();
});

import { expect, test } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

test('an invited vendor joins by the link as a new account and sees only the promised folder', async ({
	page,
	browser
}) => {
	await enter(page, server, 'wulan', '/people');
	await page.getByRole('button', { name: 'Undang orang' }).click();
	const dialog = page.getByRole('dialog', { name: 'Undang orang' });
	await dialog.getByLabel('Peran').selectOption({ label: 'Vendor' });
	await dialog.getByLabel('E-mail').fill('fajar.baru@lab-derma.example');
	await dialog.getByLabel('Produksi & Vendor').selectOption({ label: 'Baca' });
	await dialog.getByRole('button', { name: 'Undang orang' }).click();
	const link = await page.getByRole('dialog').getByLabel('Salin tautan').inputValue();

	const other = await browser.newPage();
	await other.goto(link);
	await expect(other.getByText('Produksi & Vendor')).toBeVisible();
	await other.getByLabel('Nama Anda').fill('Fajar Ramadhan');
	await other.getByLabel('Kata sandi', { exact: true }).fill('kucing tidur di atas meja');
	await other.getByRole('button', { name: 'Gabung ke ruang kerja' }).click();
	await other.waitForURL(server.home);

	const rows = other.getByRole('tree').getByRole('treeitem');
	await expect(rows.filter({ hasText: 'Produksi & Vendor' })).toBeVisible();
	await other.locator('[data-sync=saved]').waitFor();
	await expect(other.getByRole('tree').locator('[role=treeitem][aria-level="1"]')).toHaveCount(1);
	await other.goto(`${server.home}/f/x-${server.demo.folderIds['Keuangan'] ?? ''}`);
	await expect(other.getByRole('heading', { name: 'Anda tidak bisa membuka halaman ini' })).toBeVisible();
	await other.goto(`${server.home}/people`);
	await expect(other.getByRole('heading', { name: 'Anda tidak bisa membuka halaman ini' })).toBeVisible();
});

test('pressing twice for a new link makes one, which is the one that is shown', async ({ page }) => {
	await enter(page, server, 'wulan', '/people');
	await page.getByRole('button', { name: 'Undang orang' }).click();
	const dialog = page.getByRole('dialog', { name: 'Undang orang' });
	await dialog.getByLabel('Peran').selectOption({ label: 'Staf' });
	await dialog.getByLabel('E-mail').fill('sari@selasar.example');
	await dialog.getByRole('button', { name: 'Undang orang' }).click();
	await page.getByRole('dialog').getByLabel('Salin tautan').waitFor();
	await page.keyboard.press('Escape');

	const answered = Promise.withResolvers<void>();
	let asked = 0;
	await page.route('**/resend', async (route) => {
		asked += 1;
		const response = await route.fetch();
		await answered.promise;
		await route.fulfill({ response });
	});
	await page.getByRole('button', { name: 'Buat tautan baru untuk sari@selasar.example' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	answered.resolve();
	await expect(page.getByRole('textbox', { name: 'Salin tautan' })).toBeVisible();
	expect(asked).toBe(1);
});

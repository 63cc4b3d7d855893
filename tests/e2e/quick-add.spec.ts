import { expect, test } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;

test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

test('a list pasted into quick add becomes a task for each line, without its bullets', async ({ page }) => {
	// A column draws only the cards that are in sight.
	await page.setViewportSize({ width: 1440, height: 1400 });
	await enter(page, server, 'wulan', '/my');
	await page.keyboard.press('c');
	const dialog = page.getByRole('dialog', { name: 'Tugas baru' });
	const line = dialog.getByRole('textbox');
	await line.fill('- Beli lakban\n- [ ] Foto katalog\n3. Cek stok toner');
	await dialog.getByLabel('Papan').selectOption({ label: 'Rilis koleksi Senja' });
	await line.press('Enter');
	await expect(dialog).toBeHidden();
	await expect(page.getByRole('region', { name: 'Pesan' })).toContainText('3 tugas ditambahkan.');
	await page.goto(`${server.home}/boards/x-${server.demo.boardIds['Rilis koleksi Senja'] ?? ''}`);
	for (const title of ['Beli lakban', 'Foto katalog', 'Cek stok toner'])
		await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
});

import { expect, test } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

test('what the chip knows changes at once, and only its words wait', async ({ page }) => {
	let heard = true;
	await page.routeWebSocket(/\/sync\/feed/, (line) => {
		const onward = line.connectToServer();
		onward.onMessage((message) => {
			if (heard) line.send(message);
		});
	});
	await page.clock.install();
	await enter(page, server, 'wulan');
	const chip = page.locator('[data-sync]');

	await page.clock.pauseAt(Date.now() + 60_000);
	heard = false;
	const row = page.getByRole('tree').getByRole('treeitem', { name: 'Template' });
	await row.focus();
	await page.keyboard.press('F2');
	await page.keyboard.type('Contoh');
	await page.keyboard.press('Enter');
	await expect(chip).toHaveAttribute('data-sync', 'saving');
	await expect(chip).toHaveText('Tersimpan');
	await page.clock.runFor(1_000);
	await expect(chip).toHaveText('Menyimpan…');
});

test('what waits is listed without a network, on a device that keeps no part of the app', async ({
	browser
}) => {
	const context = await browser.newContext({ locale: 'id-ID', serviceWorkers: 'block' });
	const page = await context.newPage();
	await enter(page, server, 'wulan');
	await page.waitForLoadState('networkidle');
	await context.setOffline(true);
	await server.stop();
	await page.getByRole('tree').getByRole('treeitem', { name: 'Keuangan' }).focus();
	await page.keyboard.press('F2');
	await page.keyboard.type('Kas');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-sync=offlineUnsent]')).toBeVisible();
	await page.locator('[data-sync]').click();
	const waiting = page.getByRole('dialog', { name: 'Keadaan pekerjaan Anda' });
	await expect(waiting.getByRole('listitem')).toHaveText(['Kas']);
});

test('a part that does not load says so, and comes when it is asked for again', async ({ browser }) => {
	const other = await startDemoServer();
	const context = await browser.newContext({ locale: 'id-ID', serviceWorkers: 'block' });
	const page = await context.newPage();
	await enter(page, other, 'wulan', '/boards');
	await page.getByRole('main').getByRole('link', { name: 'Rilis koleksi Senja' }).click();
	await page.waitForLoadState('networkidle');
	await context.setOffline(true);
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: /Revisi label kemasan/ }).click();
	const panel = page.getByRole('complementary', { name: 'Tugas', exact: true });
	await expect(panel.getByRole('textbox', { name: 'Judul tugas' })).toHaveValue(/^Revisi label/);
	await page.keyboard.press('Escape');
	await page.getByRole('radio', { name: 'Daftar' }).check();
	await expect(page.getByText('Bagian Rapi ini belum termuat.')).toBeVisible();
	await context.setOffline(false);
	await page.getByRole('button', { name: 'Coba lagi' }).click();
	await expect(page.getByRole('row', { name: /Revisi label kemasan/ })).toBeVisible();
	await context.close();
	await other.close();
});

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

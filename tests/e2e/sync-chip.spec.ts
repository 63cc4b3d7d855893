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

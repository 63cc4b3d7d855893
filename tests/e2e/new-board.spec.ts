import { expect, test } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;

test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

test('a new board begins in a folder that no outsider sees, and the dialog says who will see it', async ({
	page
}) => {
	await enter(page, server, 'wulan', '/boards');
	await page.getByRole('button', { name: 'Papan baru' }).click();
	const dialog = page.getByRole('dialog', { name: 'Papan baru' });
	const folder = dialog.getByLabel('Folder');
	await expect(folder.locator('option').first()).toHaveText('CV Benang Jaya');
	await expect(folder.locator('option:checked')).toHaveText('Keuangan');
	await expect(dialog).toContainText('Freelancer dan vendor tidak bisa melihat.');
	await folder.selectOption({ label: 'CV Benang Jaya' });
	await expect(dialog).toContainText('Hendra (vendor)');
	await page.keyboard.press('Escape');

	await page.getByRole('button', { name: 'Impor dari Trello…' }).click();
	const trello = page.getByRole('dialog', { name: 'Dari Trello' });
	await expect(trello.getByLabel('Folder').locator('option:checked')).toHaveText('Keuangan');
});

import { expect, test } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { signInAs } from '../support/screens.ts';

let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

test('signing out everywhere else ends the other browser within seconds, and this one stays', async ({
	page,
	browser
}) => {
	const other = await browser.newPage();
	await signInAs(other, server, 'rara');
	await other.goto(server.home);
	await other.locator('[data-sync=saved]').waitFor();

	await signInAs(page, server, 'rara');
	await page.goto(`${server.home}/settings/security`);
	await page.getByRole('button', { name: 'Keluarkan semua yang lain' }).click();
	await expect(page.getByText('Anda hanya masuk di perangkat ini.')).toBeVisible();
	await expect(other.locator('[data-sync=signedOut]')).toBeVisible({ timeout: 5000 });
	const answer = await other.request.get(`${server.url}/api/v1/workspaces`);
	expect(answer.status()).toBe(401);
	await page.reload();
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
});

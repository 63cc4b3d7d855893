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

test('who signs in on a shared computer never sees the copy of the one before', async ({ page, browser }) => {
	await signInAs(page, server, 'wulan');
	await page.goto(server.home);
	await page.locator('[data-sync=saved]').waitFor();
	const wulan = page.getByRole('treeitem', { name: 'Keuangan' });
	await expect(wulan.first()).toBeVisible();

	const elsewhere = await browser.newPage();
	await signInAs(elsewhere, server, 'wulan');
	await elsewhere.goto(`${server.home}/settings/security`);
	await elsewhere.getByRole('button', { name: 'Keluarkan semua yang lain' }).click();
	await expect(page.locator('[data-sync=signedOut]')).toBeVisible({ timeout: 5000 });
	await elsewhere.close();

	const next = await page.context().newPage();
	await signInAs(next, server, 'rara');
	await next.goto(server.home);
	await expect(next.locator('[data-sync=saved]')).toBeVisible();
	await expect(next.getByRole('treeitem', { name: 'Keuangan' })).toHaveCount(0);
	// The tab that was left open changes hands too, once it looks for the server again.
	await page.bringToFront();
	await page.evaluate(() => window.dispatchEvent(new Event('online')));
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
	await expect(wulan).toHaveCount(0);
});

test('a device whose person is deactivated keeps nothing, and says why', async ({ page, browser }) => {
	const bayu = await browser.newPage();
	await signInAs(bayu, server, 'bayu');
	await bayu.goto(server.home);
	await bayu.locator('[data-sync=saved]').waitFor();
	const list = await bayu.request.get(`${server.url}/api/v1/workspaces`);
	const { workspaces } = (await list.json()) as { workspaces: [{ memberId: string }] };
	const [{ memberId: id }] = workspaces;

	await signInAs(page, server, 'wulan');
	const answer = await page.request.post(
		`${server.url}/api/v1/w/${server.demo.slug}/commands/members.deactivate`,
		{ data: { id }, headers: { origin: server.url, 'Idempotency-Key': crypto.randomUUID() } }
	);
	expect(answer.ok()).toBe(true);
	await expect(
		bayu.getByRole('heading', { level: 1, name: 'Anda bukan lagi anggota Selasar Rona' })
	).toBeVisible();
	const databases = () =>
		bayu.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
	await expect.poll(databases).not.toContainEqual(expect.stringMatching(/^rapi-workspace/));
});

test('signing out takes every tab to sign-in, and leaves no copy behind', async ({ page }) => {
	await signInAs(page, server, 'yoga');
	await page.goto(server.home);
	await page.locator('[data-sync=saved]').waitFor();
	const beside = await page.context().newPage();
	await beside.goto(server.home);
	await beside.locator('[data-sync=saved]').waitFor();

	await page.getByRole('button', { name: /ganti ruang kerja/ }).click();
	await page.getByRole('menuitem', { name: 'Keluar' }).click();
	for (const tab of [page, beside]) await tab.waitForURL('**/signin');
	const databases = () =>
		page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
	expect(await databases()).not.toContainEqual(expect.stringMatching(/^rapi-workspace/));
});

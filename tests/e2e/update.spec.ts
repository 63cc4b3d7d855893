import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { newerMark, openBuildDoor, type BuildDoor } from '../support/newer-build.ts';
import { signInAs } from '../support/screens.ts';
import { freePort } from '../support/server-process.ts';

let server: DemoServer;
let door: BuildDoor;

test.beforeEach(async () => {
	const port = await freePort();
	server = await startDemoServer({ RAPI_URL: `http://127.0.0.1:${port}` });
	door = await openBuildDoor(port, server.port);
});
test.afterEach(async () => {
	await door.close();
	await server.close();
});

/** Opens the workspace as a device does that has been here before: from its service worker. */
async function comeBack(page: Page): Promise<void> {
	await page.goto(server.home);
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await page.reload();
	await page.locator('[data-sync=saved]').waitFor();
}

function newer(page: Page) {
	return page.locator(`html[${newerMark}]`);
}

test('a newer build is told of after a reconnect, and the press changes to it in every tab that asks', async ({
	page,
	context
}) => {
	await signInAs(page, server, 'wulan');
	await comeBack(page);
	const second = await context.newPage();
	await second.goto(server.home);
	await second.locator('[data-sync=saved]').waitFor();

	door.publish();
	await context.setOffline(true);
	await context.setOffline(false);
	const press = (tab: Page) => tab.getByRole('button', { name: 'Muat sekarang' }).click();
	await press(page);
	await expect(newer(page)).toBeAttached();
	await expect(page.getByText('Versi Rapi yang lebih baru sudah siap.')).toBeHidden();
	await page.locator('[data-sync=saved]').waitFor();

	await expect(newer(second)).toHaveCount(0);
	await second.getByRole('tree').getByRole('treeitem', { name: 'Template' }).click();
	await expect(second.getByRole('heading', { level: 1, name: 'Template' })).toBeVisible();
	await press(second);
	await expect(newer(second)).toBeAttached();
});

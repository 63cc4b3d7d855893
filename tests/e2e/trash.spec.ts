import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;

test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

const label = 'Revisi label kemasan serum 20 ml';
const board = 'Rilis koleksi Senja';

function line(page: Page, title: string) {
	return page.getByRole('main').getByRole('listitem').filter({ hasText: title });
}

function card(page: Page, title: string) {
	return page.getByRole('link', { name: title, exact: true });
}

const boardAddress = () => `/boards/x-${server.demo.boardIds[board] ?? ''}`;

async function saved(page: Page) {
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
}

test('a task that was thrown away is found in the trash, and comes back offline and by undo', async ({
	page,
	context
}) => {
	await enter(page, server, 'wulan', boardAddress());
	await card(page, label).focus();
	await page.keyboard.press('Delete');
	await expect(card(page, label)).toHaveCount(0);
	await saved(page);

	await page.goto(`${server.home}/trash`);
	await expect(line(page, label)).toContainText(board);
	await context.setOffline(true);
	await line(page, label).getByRole('button', { name: 'Kembalikan' }).click();
	await expect(page.getByText('Sampah kosong.')).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(line(page, label)).toBeVisible();
	await line(page, label).getByRole('button', { name: 'Kembalikan' }).click();
	await expect(line(page, label)).toHaveCount(0);
	await context.setOffline(false);
	await saved(page);
	await page.goto(`${server.home}${boardAddress()}`);
	await expect(card(page, label)).toBeVisible();
});

test('a board that was thrown away comes back with its tasks, and a vendor sees none of it', async ({
	page,
	browser
}) => {
	await enter(page, server, 'wulan', boardAddress());
	await page.getByRole('button', { name: `Tindakan untuk ${board}` }).click();
	await page.getByRole('menuitem', { name: /Sampah$/ }).click();
	await saved(page);
	await page.goto(`${server.home}/trash`);
	await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);

	const outside = await (await browser.newContext({ locale: 'id-ID' })).newPage();
	await enter(outside, server, 'hendra', '/trash');
	await expect(outside.getByText('Sampah kosong.')).toBeVisible();
	await outside.context().close();

	await line(page, board).getByRole('button', { name: 'Kembalikan' }).click();
	await saved(page);
	await page.goto(`${server.home}${boardAddress()}`);
	await expect(card(page, label)).toBeVisible();
});

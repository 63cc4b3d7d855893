import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { holdWrites } from '../support/hold-writes.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const rows = (page: Page) => page.getByRole('list', { name: 'Untuk Anda' }).getByRole('listitem');
const waiting = (page: Page) => page.getByRole('link', { name: /^Kotak masuk \d+ belum dibaca/ });

async function openInbox(page: Page): Promise<void> {
	await enter(page, server, 'yoga');
	await page.getByRole('heading', { level: 1 }).waitFor();
	await page.keyboard.press('g');
	await page.keyboard.press('i');
	await expect(page.getByRole('heading', { level: 1, name: 'Kotak masuk' })).toBeVisible();
	await expect(rows(page).first()).toBeVisible();
}

test('a row is read, finished and brought back by keyboard, also without a network', async ({ page }) => {
	await openInbox(page);
	const before = await rows(page).count();
	const first = rows(page).first();
	await expect(first).toContainText('Belum dibaca');
	const said = (await waiting(page).textContent()) ?? '';
	await page.context().setOffline(true);
	await page.keyboard.press('j');
	await page.keyboard.press('u');
	await expect(first).not.toContainText('Belum dibaca');
	await expect(waiting(page)).not.toHaveText(said);
	await page.keyboard.press('e');
	await expect(rows(page)).toHaveCount(before - 1);
	await page.keyboard.press('Control+z');
	await expect(rows(page)).toHaveCount(before);
	await page.context().setOffline(false);
});

test('a row that is put off goes, and its task opens over the inbox', async ({ page }) => {
	await openInbox(page);
	const before = await rows(page).count();
	await page.keyboard.press('j');
	await page.keyboard.press('h');
	await page.getByRole('menuitem', { name: 'Besok 08.00' }).click();
	await expect(rows(page)).toHaveCount(before - 1);
	const task = rows(page).first().getByRole('link');
	await task.click();
	await expect(page).toHaveURL(/\/inbox\?t=[0-9a-f-]{36}$/);
});

test('whoever goes on while a finished row is written down keeps the focus where they went', async ({
	page
}) => {
	await openInbox(page);
	const before = await rows(page).count();
	await page.keyboard.press('j');
	const goOn = await holdWrites(page);
	await page.keyboard.press('e');
	await expect(rows(page)).toHaveCount(before - 1);
	await page.keyboard.press('j');
	await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
	await goOn();
	await expect(page.getByText('Sudah keluar dari kotak masuk.').first()).toBeVisible();
	await expect(rows(page).nth(1).getByRole('link')).toBeFocused();
	await page.keyboard.press('Control+z');
	await expect(rows(page)).toHaveCount(before);
});

test('the hour of the daily mail is kept for all devices', async ({ page }) => {
	await enter(page, server, 'yoga', '/settings/notices');
	const hour = page.getByLabel('Surel datang pukul');
	await expect(hour).toHaveValue('07:30');
	await hour.fill('16:00');
	await hour.press('Tab');
	await expect(page.getByText('Tersimpan.', { exact: true }).first()).toBeVisible();
	await page.reload();
	await expect(hour).toHaveValue('16:00');
});

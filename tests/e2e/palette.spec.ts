import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter, signInAs } from '../support/screens.ts';

let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

async function search(page: Page, typed: string): Promise<void> {
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox')).toBeFocused();
	await page.keyboard.type(typed);
}

function group(page: Page, name: string) {
	return page.getByRole('listbox').getByRole('group', { name });
}

test('a person found in the palette opens as that person', async ({ page }) => {
	await enter(page, server, 'wulan');
	await search(page, '@bayu');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Bayu Firmansyah' })).toBeVisible();
});

test('what is open can be acted on from the palette, and only by whoever may', async ({ page, browser }) => {
	await enter(page, server, 'wulan', `/f/${server.demo.folderIds['Template'] ?? ''}`);
	await page.getByRole('heading', { level: 1, name: 'Template' }).waitFor();
	await search(page, '');
	await expect(group(page, 'Di sini').getByRole('option')).toHaveCount(4);
	await page.keyboard.type('ganti nama');
	await expect(page.getByRole('option').first()).toHaveAccessibleName('Ganti nama');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Nama' })).toHaveValue('Template');

	const guest = await browser.newPage();
	await enter(guest, server, 'hendra', `/f/${server.demo.folderIds['CV Benang Jaya'] ?? ''}`);
	await guest.getByRole('heading', { level: 1 }).waitFor();
	await search(guest, '@wulan');
	await expect(guest.getByRole('option')).toHaveCount(0);
	await guest.getByRole('combobox').fill('');
	await expect(group(guest, 'Buka').getByRole('option').first()).toBeVisible();
	await expect(group(guest, 'Di sini')).toHaveCount(0);
});

test('a first copy that takes long says so after ten seconds and can be asked for again', async ({
	page
}) => {
	await page.clock.install();
	let asked = 0;
	await page.routeWebSocket(/\/sync\/feed/, () => void (asked += 1));
	await signInAs(page, server, 'dimas');
	await page.goto(server.home);
	const main = page.getByRole('main');
	await expect.poll(() => asked).toBe(1);
	await page.clock.runFor(5_000);
	await expect(main.getByText('Mengambil ruang kerja untuk pertama kali').last()).toBeVisible();
	await expect(main.getByRole('button', { name: 'Coba lagi' })).toHaveCount(0);
	await page.clock.runFor(5_000);
	await main.getByRole('button', { name: 'Coba lagi' }).press('Enter');
	await expect.poll(() => asked).toBe(2);
});

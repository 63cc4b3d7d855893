import { expect, test, type Locator, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

const settings = '/settings/workspace';

function told(page: Page): Locator {
	return page.getByRole('region', { name: 'Pesan' });
}

test('the owner gives the business another name, which shows at once and on other devices', async ({
	page,
	browser
}) => {
	await enter(page, server, 'wulan', settings);
	const name = page.getByRole('textbox', { name: 'Nama usaha' });
	await name.fill(' ');
	await page.keyboard.press('Enter');
	await expect(page.getByText('Usaha perlu nama.')).toBeVisible();
	await name.fill('Toko Senja');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: /^Toko Senja: ganti/ })).toBeVisible();
	const other = await (await browser.newContext({ locale: 'id-ID' })).newPage();
	await enter(other, server, 'rara');
	await expect(other.getByRole('button', { name: /^Toko Senja: ganti/ })).toBeVisible();
	await other.context().close();
	await page.getByRole('button', { name: 'Urungkan' }).click();
	await expect(page.getByRole('button', { name: /^Selasar Rona: ganti/ })).toBeVisible();
	await expect(name).toHaveValue('Selasar Rona');
});

test('the time zone is found by a city and stays after a reload', async ({ page }) => {
	await enter(page, server, 'wulan', settings);
	await page.getByRole('button', { name: 'Zona waktu: WIB (Jakarta, Surabaya, Medan). Ubah' }).click();
	await expect(page.getByRole('option')).toHaveText([/^WIB/, /^WITA/, /^WIT /]);
	await page.keyboard.type('jayapura');
	await expect(page.getByRole('option')).toHaveCount(1);
	await page.keyboard.press('Enter');
	const zone = page.getByRole('button', { name: 'Zona waktu: WIT (Jayapura, Ambon). Ubah' });
	await expect(zone).toBeVisible();
	await expect(told(page)).toContainText('Zona waktu diganti ke WIT');
	await page.reload();
	await expect(zone).toBeVisible();
});

test('without a connection nothing is changed, and the screen says so', async ({ page }) => {
	await enter(page, server, 'wulan', settings);
	const name = page.getByRole('textbox', { name: 'Nama usaha' });
	await expect(name).toHaveValue('Selasar Rona');
	await page.context().setOffline(true);
	await name.fill('Toko Senja');
	await page.keyboard.press('Enter');
	await expect(told(page)).toContainText('Perlu koneksi. Anda sedang luring.');
	await expect(page.getByRole('button', { name: /^Selasar Rona: ganti/ })).toBeVisible();
});

test('staff find no such section', async ({ page }) => {
	await enter(page, server, 'rara', settings);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anda tidak bisa membuka halaman ini');
	await page.goto(`${server.home}/settings`);
	const sections = page.getByRole('navigation', { name: 'Bagian pengaturan' });
	await expect(sections.getByRole('link', { name: 'Profil' })).toBeVisible();
	await expect(sections.getByRole('link', { name: 'Selasar Rona' })).toHaveCount(0);
});

test('a zone that is chosen while the name is on its way leaves the new name alone', async ({ page }) => {
	await enter(page, server, 'wulan', settings);
	const answered = Promise.withResolvers<void>();
	await page.route('**/settings', async (route) => {
		const response = await route.fetch();
		await answered.promise;
		await route.fulfill({ response });
	});
	const name = page.getByRole('textbox', { name: 'Nama usaha' });
	await name.fill('Toko Senja');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: /^Zona waktu: WIB/ }).click();
	await page.keyboard.type('jayapura');
	await page.keyboard.press('Enter');
	answered.resolve();
	await expect(page.getByRole('button', { name: /^Zona waktu: WIT / })).toBeVisible();
	await expect(page.getByRole('button', { name: /^Toko Senja: ganti/ })).toBeVisible();
	await page.getByRole('button', { name: 'Urungkan' }).last().click();
	await expect(page.getByRole('button', { name: /^Zona waktu: WIB/ })).toBeVisible();
	await page.reload();
	await expect(name).toHaveValue('Toko Senja');
});

test('pressing twice makes one calendar address, and shows it', async ({ page }) => {
	await enter(page, server, 'wulan', '/settings/calendar');
	await page.getByText('Belum ada alamat kalender.').waitFor();
	const answered = Promise.withResolvers<void>();
	await page.route('**/calendar-feeds', async (route) => {
		if (route.request().method() === 'POST') await answered.promise;
		await route.continue();
	});
	await page.getByRole('button', { name: 'Buat alamat kalender' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	answered.resolve();
	await expect(page.getByRole('textbox', { name: 'Alamat kalender' })).toBeVisible();
	const ends = page.getByRole('button', { name: /^Akhiri alamat/ });
	await expect(ends).toHaveCount(1);
	await page.reload();
	await expect(ends).toHaveCount(1);
});

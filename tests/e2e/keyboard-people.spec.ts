import { expect, test, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { expectFocusKept, pressOn, chooseFrom, tabTo } from '../support/keyboard.ts';
import { startStage, type Stage } from '../support/screen-stage.ts';
import { signInAs } from '../support/screens.ts';

let stage: Stage;

test.beforeAll(async () => {
	stage = await startStage();
});
test.afterAll(() => stage.close());

async function enter(page: Page, name: CastName, path = ''): Promise<void> {
	await signInAs(page, stage.demo, name);
	await page.goto(stage.demo.home + path);
	await page.locator('[data-sync=saved]').waitFor();
}

test('by keyboard alone: signing in and out', async ({ page }) => {
	const { email, password } = stage.demo.signIn('yoga');
	await page.goto(`${stage.demo.url}/signin`);
	await tabTo(page, page.getByLabel('E-mail'));
	await page.keyboard.type(email);
	await tabTo(page, page.getByLabel('Kata sandi', { exact: true }));
	await page.keyboard.type(password);
	await page.keyboard.press('Enter');
	await page.waitForURL(stage.demo.home);
	await page.locator('[data-sync=saved]').waitFor();

	await chooseFrom(page, page.getByRole('button', { name: /^Selasar Rona: ganti/ }), 'Keluar');
	await page.waitForURL('**/signin**');
	await expect(page.getByRole('heading', { name: 'Masuk ke Rapi' })).toBeVisible();
});

test('by keyboard alone: the first run, from the printed link to the first SOP', async ({ page }) => {
	const { url, token } = stage.bare;
	await page.goto(`${url}/start?token=${token}`);
	for (const [label, typed] of [
		['Nama usaha', 'Toko Uji'],
		['Nama Anda', 'Wulan Prameswari'],
		['E-mail', 'wulan@toko.example'],
		['Kata sandi', 'burung camar di pantai selatan']
	] as const) {
		await tabTo(page, page.getByLabel(label, { exact: true }));
		await page.keyboard.type(typed);
	}
	await tabTo(page, page.getByRole('checkbox', { name: 'Shopee' }));
	await page.keyboard.press('Space');
	await pressOn(page, page.getByRole('button', { name: 'Buat ruang kerja' }));
	await page.waitForURL('**/start/process?w=toko-uji');

	await tabTo(page, page.getByRole('radio', { name: 'Kirim pesanan' }));
	await page.keyboard.press('Space');
	await pressOn(page, page.getByRole('button', { name: 'Buat SOP pertama' }));
	await tabTo(page, page.getByLabel('E-mail'));
	await page.keyboard.type('rara@toko.example');
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Salin tautan')).toHaveValue(/\/join\//);
	await pressOn(page, page.getByRole('link', { name: 'Buka ruang kerja' }));
	await expect(page.getByText('Kirim pesanan sebelum pukul 15.00').first()).toBeVisible();
});

test('by keyboard alone: inviting a vendor to one folder, and joining by the link', async ({
	page,
	browser
}) => {
	await enter(page, 'wulan', '/people');
	const opener = page.getByRole('button', { name: 'Undang orang' });
	await pressOn(page, opener);
	const dialog = page.getByRole('dialog', { name: 'Undang orang' });
	await expect(dialog.getByLabel('Peran')).toBeFocused();
	await page.keyboard.type('Vendor');
	await tabTo(page, dialog.getByLabel('E-mail'));
	await page.keyboard.type('tari@kemasan.example');
	await tabTo(page, dialog.getByLabel('Produksi & Vendor'));
	await page.keyboard.type('Baca');
	await pressOn(page, dialog.getByRole('button', { name: 'Undang orang' }));
	const ready = page.getByRole('dialog', { name: 'Undangan siap' });
	const link = await ready.getByLabel('Salin tautan').inputValue();
	await page.keyboard.press('Escape');
	await expect(ready).toBeHidden();
	await expect(opener).toBeFocused();

	const other = await browser.newPage();
	await other.goto(link);
	await tabTo(other, other.getByLabel('Nama Anda'));
	await other.keyboard.type('Tari Wijaya');
	await tabTo(other, other.getByLabel('Kata sandi', { exact: true }));
	await other.keyboard.type('kucing tidur di atas meja');
	await other.keyboard.press('Enter');
	await other.waitForURL(stage.demo.home);
	await expect(other.getByRole('treeitem', { name: /Produksi & Vendor$/ })).toBeVisible();
});

test('by keyboard alone: ending somebody’s access, and giving it back', async ({ page }) => {
	await enter(page, 'wulan', '/people');
	await pressOn(page, page.getByRole('main').getByRole('link', { name: /Kevin Halim/ }));
	const main = page.getByRole('main');
	await pressOn(page, main.getByRole('button', { name: 'Nonaktifkan orang' }));
	const dialog = page.getByRole('dialog', { name: 'Nonaktifkan Kevin Halim?' });
	await pressOn(page, dialog.getByRole('button', { name: 'Nonaktifkan Kevin Halim' }));
	await expect(main.getByText(/^Nonaktif sejak/)).toBeVisible();
	await expect(main.getByRole('button', { name: 'Aktifkan lagi' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(main.getByRole('button', { name: 'Nonaktifkan orang' })).toBeFocused();
});

test('by keyboard alone: ending a session elsewhere', async ({ page, browser }) => {
	const other = await browser.newPage();
	await enter(other, 'bayu');
	await enter(page, 'bayu', '/settings/security');
	await pressOn(page, page.getByRole('button', { name: /^Keluarkan Chrome/ }));
	await expect(page.getByText('Anda hanya masuk di perangkat ini.')).toBeVisible();
	await expectFocusKept(page);
	await expect(other.locator('[data-sync=signedOut]')).toBeVisible();
});

test('by keyboard alone: making a key and taking it back', async ({ page }) => {
	await enter(page, 'dimas', '/settings/keys');
	const opener = page.getByRole('main').getByRole('button', { name: 'Buat kunci' });
	await pressOn(page, opener);
	const dialog = page.getByRole('dialog', { name: 'Buat kunci' });
	await expect(dialog.getByLabel('Untuk apa?')).toBeFocused();
	await page.keyboard.type('Rekap stok');
	await page.keyboard.press('Enter');
	const made = page.getByRole('dialog', { name: 'Kunci dibuat' });
	await pressOn(page, made.getByRole('button', { name: 'Selesai' }));
	await expect(opener).toBeFocused();

	await tabTo(page, page.getByRole('button', { name: 'Cabut kunci Rekap stok' }), 'Shift+Tab');
	await page.keyboard.press('Enter');
	const question = page.getByRole('dialog', { name: 'Cabut kunci “Rekap stok”?' });
	await pressOn(page, question.getByRole('button', { name: 'Cabut' }));
	await expect(page.getByRole('button', { name: 'Cabut kunci Rekap stok' })).toHaveCount(0);
	await expectFocusKept(page);
});

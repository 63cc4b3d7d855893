import { expect, test, type Locator, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { holdWrites } from '../support/hold-writes.ts';
import { enter as enterAs } from '../support/screens.ts';

let server: DemoServer;
const folder = 'Produksi & Vendor';

test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

function row(page: Page, name: string): Locator {
	return page.getByRole('tree').getByRole('treeitem', { name: new RegExp(`${name}$`) });
}

async function enter(page: Page, name: CastName): Promise<void> {
	await enterAs(page, server, name);
}

/** Opens the folder from the tree and asks for its access by the button beside the sentence. */
async function askAccess(page: Page, name: string): Promise<Locator> {
	await row(page, name).click();
	await page.getByRole('button', { name: 'Bagikan dan akses…' }).click();
	const dialog = page.getByRole('dialog', { name: `Akses ke ${name}` });
	await dialog.waitFor();
	return dialog;
}

async function share(dialog: Locator): Promise<void> {
	await dialog
		.getByLabel('Tambah orang atau peran')
		.selectOption({ label: 'Hendra Gunawan (Vendor, CV Benang Jaya)' });
	await dialog.getByRole('button', { name: 'Beri akses' }).click();
	await dialog.getByRole('button', { name: 'Cabut akses Hendra Gunawan' }).waitFor();
}

test('a shared folder appears on the other device, and leaves its tree and open page when taken away', async ({
	page,
	browser
}) => {
	const hendra = await browser.newPage();
	await enter(hendra, 'hendra');
	await row(hendra, 'CV Benang Jaya').waitFor();
	await expect(row(hendra, folder)).toHaveCount(0);

	await enter(page, 'wulan');
	const dialog = await askAccess(page, folder);
	await share(dialog);
	await row(hendra, folder).click();
	await hendra
		.locator('main')
		.getByRole('link', { name: /Kotak kemas M/ })
		.click();
	await hendra.waitForURL('**/d/**');
	await expect(hendra.locator('article h1')).toBeVisible();

	await dialog.getByRole('button', { name: 'Cabut akses Hendra Gunawan' }).click();
	await expect(hendra.getByRole('heading', { name: 'Anda tidak bisa membuka halaman ini' })).toBeVisible();
	await expect(row(hendra, folder)).toHaveCount(0);
	await expect(row(hendra, 'CV Benang Jaya')).toBeVisible();
});

test('access that was given by pressing twice goes with one step back', async ({ page }) => {
	await enter(page, 'wulan');
	const dialog = await askAccess(page, folder);
	await dialog
		.getByLabel('Tambah orang atau peran')
		.selectOption({ label: 'Hendra Gunawan (Vendor, CV Benang Jaya)' });
	const goOn = await holdWrites(page);
	await dialog.getByRole('button', { name: 'Beri akses' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await goOn();
	const given = dialog.getByRole('button', { name: 'Cabut akses Hendra Gunawan' });
	await expect(given).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await page.keyboard.press('Control+z');
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
	await page.getByRole('button', { name: 'Bagikan dan akses…' }).click();
	await dialog.waitFor();
	await expect(given).toHaveCount(0);
});

test('restricting a folder by its dialog names who loses it, and takes it from their open screen', async ({
	page,
	browser
}) => {
	const yoga = await browser.newPage();
	await enter(yoga, 'yoga');
	await row(yoga, 'Template').click();
	await expect(yoga.getByRole('heading', { level: 1, name: 'Template' })).toBeVisible();

	await enter(page, 'wulan');
	const dialog = await askAccess(page, 'Template');
	await dialog.getByRole('button', { name: 'Batasi…' }).click();
	await expect(dialog).toContainText('Yoga Saputra');
	await dialog.getByRole('button', { name: 'Batasi folder' }).click();
	await expect(yoga.getByRole('heading', { name: 'Anda tidak bisa membuka halaman ini' })).toBeVisible();
	await expect(row(yoga, 'Template')).toHaveCount(0);
});

test('a second press on the button that restricts a folder does not open it again', async ({ page }) => {
	await enter(page, 'wulan');
	const dialog = await askAccess(page, 'Template');
	await dialog.getByRole('button', { name: 'Batasi…' }).click();
	const restrict = dialog.getByRole('button', { name: 'Batasi folder' });
	const goOn = await holdWrites(page);
	await restrict.focus();
	await page.keyboard.press('Enter');
	await expect(dialog.getByText('Folder ini dibatasi', { exact: false })).toBeVisible();
	await page.keyboard.press('Enter');
	await goOn();
	await expect(page.getByText('dibatasi', { exact: false }).first()).toBeVisible();
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
	const response = await page.request.get(`${server.url}/api/v1/w/${server.demo.slug}/folders?limit=200`);
	const { items } = (await response.json()) as { items: { name: string; restrictedAt: number | null }[] };
	expect(items.find(({ name }) => name === 'Template')?.restrictedAt).not.toBeNull();
});

test('staff without the right to share see who has access and can change nothing', async ({ page }) => {
	await enter(page, 'yoga');
	await row(page, 'CV Benang Jaya').click();
	await page.getByRole('button', { name: 'Siapa yang bisa melihat…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Akses ke CV Benang Jaya' });
	await expect(dialog).toContainText('Hendra Gunawan');
	await expect(dialog).toContainText('Pengelola folder bisa mengubahnya.');
	await expect(dialog.getByRole('combobox')).toHaveCount(0);
	await expect(dialog.getByRole('button', { name: /Cabut|Batasi|Beri/ })).toHaveCount(0);
});

test('a vendor is not shown a way to look at who else is in a folder', async ({ page }) => {
	await enter(page, 'hendra');
	await row(page, 'CV Benang Jaya').click();
	await expect(page.getByText('membagikan folder ini kepada Anda', { exact: false })).toBeVisible();
	await expect(page.getByRole('button', { name: /Bagikan dan akses|Siapa yang bisa melihat/ })).toHaveCount(
		0
	);
});

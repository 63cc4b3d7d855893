import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const board = 'Rilis koleksi Senja';

/** Opens the board of the release in one of its views. */
async function openBoard(page: Page, query: string, who: 'wulan' | 'intan' = 'wulan'): Promise<void> {
	await enter(page, server, who, '/boards');
	const href = await page.getByRole('main').getByRole('link', { name: board }).getAttribute('href');
	await page.goto(`${server.url}${href}${query}`);
	await page.getByRole('heading', { level: 1, name: board }).waitFor();
}

function row(page: Page, title: string) {
	return page.getByRole('row').filter({ hasText: title });
}

test('a filter stands in the address, counts what it hides, and goes at one press', async ({ page }) => {
	await openBoard(page, '?view=list');
	const rows = page.getByRole('checkbox', { name: /^Pilih / });
	await expect(row(page, 'Revisi label kemasan')).toBeVisible();
	const all = await rows.count();
	await page.keyboard.press('/');
	await page.keyboard.type('revisi label');
	await expect(page).toHaveURL(/q=revisi\+label/);
	await expect(page.getByText(`${all - 1} tugas disembunyikan filter.`)).toBeVisible();
	await page.reload();
	await expect(rows).toHaveCount(1);
	await page.getByRole('button', { name: 'Tampilkan semua' }).click();
	await expect(rows).toHaveCount(all);
	await expect(page).not.toHaveURL(/q=/);
});

test('a filter is saved by name, opens again, and its removal is taken back', async ({ page }) => {
	await openBoard(page, '?view=list&status=doing');
	await page.getByRole('button', { name: 'Simpan filter' }).click();
	await page.getByRole('textbox', { name: 'Nama filter' }).fill('Sedang jalan');
	await page.keyboard.press('Enter');
	const saved = page.getByRole('navigation', { name: 'Filter tersimpan' });
	await expect(saved.getByRole('link', { name: 'Sedang jalan' })).toHaveAttribute('aria-current', 'true');
	await saved.getByRole('link', { name: 'Semua' }).click();
	await saved.getByRole('link', { name: 'Sedang jalan' }).click();
	await expect(page).toHaveURL(/view=list&status=doing/);
	await saved.getByRole('button', { name: 'Filter Sedang jalan' }).click();
	await page.getByRole('menuitem', { name: 'Hapus filter' }).click();
	await expect(saved.getByRole('link', { name: 'Sedang jalan' })).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(saved.getByRole('link', { name: 'Sedang jalan' })).toBeVisible();
});

test('tasks chosen by key are changed together, and one undo brings all of them back', async ({ page }) => {
	await openBoard(page, '?view=list&status=todo');
	await row(page, 'Foto flat lay 6 warna').focus();
	await page.keyboard.press('x');
	await page.keyboard.press('Shift+ArrowDown');
	await expect(page.getByText('2 dipilih')).toBeVisible();
	await page.getByRole('button', { name: 'Prioritas untuk 2 tugas' }).click();
	await page.getByRole('menuitemradio', { name: 'Mendesak' }).click();
	const urgent = page.getByRole('button', { name: /^Prioritas .*: Mendesak$/ });
	await expect(urgent).toHaveCount(2);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+z');
	await expect(urgent).toHaveCount(0);
});

test('after chosen tasks go to the trash, the focus is on the row that took their place', async ({
	page
}) => {
	await openBoard(page, '?view=list');
	const boxes = page.getByRole('grid').getByRole('checkbox');
	await boxes.nth(2).waitFor();
	const titles = await page.getByRole('grid').locator('.title a').allTextContents();
	for (const at of [0, 1]) await boxes.nth(at).check();
	await page.getByRole('toolbar').getByRole('button', { name: 'Ke sampah' }).click();
	await expect(row(page, titles[0] ?? '')).toHaveCount(0);
	await expect(row(page, titles[2] ?? '').getByRole('checkbox')).toBeFocused();
	await page.keyboard.press('Control+z');
	for (const title of titles.slice(0, 2)) await expect(row(page, title)).toBeVisible();
	// The tests after this one share the server.
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
});

test('a title is changed in its row', async ({ page }) => {
	await openBoard(page, '?view=list&status=todo');
	await row(page, 'Koleksi Lebaran 2027').focus();
	await page.keyboard.press('F2');
	await page.keyboard.type('Koleksi Lebaran 2027: pesan bahan');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: 'Koleksi Lebaran 2027: pesan bahan' })).toBeVisible();
});

test('a list exports what the filter shows', async ({ page }) => {
	await openBoard(page, '?view=list&status=todo');
	await page.getByRole('button', { name: 'Ekspor CSV' }).waitFor();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Ekspor CSV' }).click()
	]);
	const stream = await download.createReadStream();
	let csv = '';
	for await (const part of stream) csv += String(part);
	expect(csv).toContain('Foto flat lay 6 warna rok plisket');
	expect(csv).not.toContain('Revisi label kemasan serum');
});

test('a task is moved to another day by drag, and by the menu', async ({ page }) => {
	await openBoard(page, '?view=calendar');
	const today = await page.locator('[aria-current=date]').getAttribute('data-day');
	const days = page.locator('td[data-day]');
	const target = days.filter({ hasNotText: 'Revisi label' }).first();
	const to = (await target.getAttribute('data-day')) ?? '';
	const task = page.locator(`[data-day="${today}"]`).getByRole('link', { name: /Revisi label/ });
	await task.hover();
	await page.mouse.down();
	await target.hover();
	await page.mouse.up();
	const moved = page.locator(`[data-day="${to}"]`);
	await expect(moved.getByRole('link', { name: /Revisi label/ })).toBeFocused();
	await expect(page).not.toHaveURL(/[?&]t=/);

	await moved.getByRole('link', { name: /Revisi label/ }).focus();
	await page.keyboard.press('Shift+F10');
	await page.getByRole('menuitem', { name: 'Pindah ke tanggal…' }).click();
	await page
		.getByRole('dialog')
		.getByLabel('Tanggal')
		.fill(today ?? '');
	await page.keyboard.press('Enter');
	await expect(
		page.locator(`[data-day="${today}"]`).getByRole('link', { name: /Revisi label/ })
	).toBeVisible();
});

test('the workload is a table of people by week that opens its tasks', async ({ page }) => {
	await openBoard(page, '?view=load');
	const table = page.getByRole('table', { name: 'Beban kerja per orang dan minggu' });
	await expect(table.getByRole('rowheader', { name: /Intan/ })).toBeVisible();
	await table.getByRole('row', { name: /Intan/ }).getByRole('button').first().click();
	await expect(
		page
			.getByRole('dialog', { name: /Tugas Intan/ })
			.getByRole('link')
			.first()
	).toBeVisible();
});

test('my tasks are ticked off in place, and added from anywhere', async ({ page }) => {
	await enter(page, server, 'intan');
	await page.keyboard.press('c');
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox').fill('Kirim katalog hari ini @intan');
	// Freelancers see all boards on which she writes, so none is chosen for her.
	await page.keyboard.press('Enter');
	await expect(dialog.getByLabel('Papan')).toBeFocused();
	await dialog.getByLabel('Papan').selectOption({ label: 'Rilis koleksi Senja' });
	await expect(dialog).toContainText('Nadia (freelancer)');
	await dialog.getByRole('textbox').press('Enter');
	await expect(dialog).toBeHidden();
	await page.keyboard.press('g');
	await page.keyboard.press('m');
	await page.getByRole('heading', { level: 1, name: 'Tugas saya' }).waitFor();
	const today = page.getByRole('list', { name: 'Hari ini', exact: true });
	await expect(today.getByRole('link', { name: 'Kirim katalog' })).toBeVisible();
	await today.getByRole('checkbox', { name: 'Selesaikan Kirim katalog' }).click();
	await expect(page.getByRole('link', { name: 'Kirim katalog' })).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(today.getByRole('link', { name: 'Kirim katalog' })).toBeVisible();
});

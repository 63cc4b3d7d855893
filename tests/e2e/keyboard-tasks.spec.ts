import { expect, test, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { chooseFrom, expectFocusKept, pressOn, tabTo } from '../support/keyboard.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;

test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

const photos = 'Foto flat lay 6 warna rok plisket';
const slot = 'Konfirmasi slot pickup kurir untuk hari rilis';
const resend = 'Kirim ulang 12 pesanan salah ukuran';

async function openBoard(page: Page, query = '', as: CastName = 'wulan'): Promise<void> {
	const name = 'Rilis koleksi Senja';
	await enter(page, server, as, `/boards/x-${server.demo.boardIds[name] ?? ''}${query}`);
	await page.getByRole('heading', { level: 1, name }).waitFor({ state: 'attached' });
}

function card(page: Page, title: string) {
	return page.getByRole('link', { name: title, exact: true });
}

function column(page: Page, name: string) {
	return page.getByRole('region', { name: new RegExp(`^${name}, `) });
}

function row(page: Page, title: string) {
	return page.getByRole('row').filter({ hasText: title });
}

function panelOf(page: Page) {
	return page.getByRole('complementary', { name: 'Tugas', exact: true });
}

/** From the first card by arrows, and into its panel. */
async function openCard(page: Page, title: string, ...arrows: string[]) {
	await tabTo(page, card(page, photos));
	for (const arrow of arrows) await page.keyboard.press(arrow);
	await expect(card(page, title)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(panelOf(page).getByRole('textbox', { name: 'Judul tugas' })).toHaveValue(title);
	return panelOf(page);
}

test('by keyboard alone: a card moves, and letters give it a day, a person and a label', async ({ page }) => {
	await openBoard(page);
	await tabTo(page, card(page, photos));
	await page.keyboard.press('Shift+ArrowRight');
	await expect(column(page, 'Dikerjakan').getByRole('link', { name: photos })).toBeFocused();
	await page.keyboard.press('Enter');
	const panel = panelOf(page);
	await expect(panel.getByRole('textbox', { name: 'Judul tugas' })).toHaveValue(photos);
	await page.keyboard.press('d');
	await page.keyboard.type('besok 15.00');
	await page.keyboard.press('Enter');
	await expect(panel.getByRole('button', { name: /^Tenggat: Besok\s15\.00/ })).toBeFocused();
	await page.keyboard.press('a');
	await page.keyboard.type('rara');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(panel.getByRole('button', { name: /^Penanggung jawab: .*Rara/ })).toBeFocused();
	await page.keyboard.press('l');
	await page.keyboard.type('foto');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(panel.getByRole('button', { name: /^Label: foto/ })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();
	await expect(card(page, photos)).toBeFocused();
});

test('by keyboard alone: tasks are filtered, and the filter is saved', async ({ page }) => {
	await openBoard(page, '?view=list');
	await pressOn(page, page.getByRole('button', { name: 'Status', exact: true }));
	const doing = page.getByRole('checkbox', { name: 'Dikerjakan' });
	await tabTo(page, doing);
	await page.keyboard.press(' ');
	await expect(doing).toBeChecked();
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/status=doing/);
	await expect(page.getByRole('button', { name: 'Status: Dikerjakan' })).toBeFocused();
	await pressOn(page, page.getByRole('button', { name: 'Simpan filter' }));
	await expect(page.getByRole('textbox', { name: 'Nama filter' })).toBeFocused();
	await page.keyboard.type('Sedang jalan');
	await page.keyboard.press('Enter');
	const saved = page.getByRole('navigation', { name: 'Filter tersimpan' });
	await expect(saved.getByRole('link', { name: 'Sedang jalan' })).toHaveAttribute('aria-current', 'true');
	await expectFocusKept(page);
});

test('by keyboard alone: several tasks change together, and come back by one undo', async ({ page }) => {
	await openBoard(page, '?view=list&status=todo');
	await tabTo(page, row(page, photos));
	await page.keyboard.press('x');
	await page.keyboard.press('Shift+ArrowDown');
	await pressOn(page, page.getByRole('button', { name: 'Prioritas untuk 2 tugas' }));
	await expect(page.getByRole('menuitemradio', { name: 'Mendesak' })).toBeFocused();
	await page.keyboard.press('Enter');
	const urgent = page.getByRole('button', { name: /^Prioritas .*: Mendesak$/ });
	await expect(urgent).toHaveCount(2);
	await expectFocusKept(page);
	await page.keyboard.press('Control+z');
	await expect(urgent).toHaveCount(0);
	await expectFocusKept(page);
});

test('by keyboard alone: a title and a status change in their row of the list', async ({ page }) => {
	await openBoard(page, '?view=list&status=todo');
	await tabTo(page, row(page, photos));
	await page.keyboard.press('F2');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('Foto rok plisket');
	await page.keyboard.press('Enter');
	await expect(row(page, 'Foto rok plisket')).toBeFocused();
	await pressOn(page, row(page, 'Foto rok plisket').getByRole('button', { name: /^Prioritas / }));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(
		row(page, 'Foto rok plisket').getByRole('button', { name: /^Prioritas .*: Tinggi$/ })
	).toBeFocused();
});

test('by keyboard alone: a new task gets its day from the calendar', async ({ page }) => {
	await openBoard(page, '?view=calendar');
	await page.keyboard.press('c');
	await expect(page.getByRole('dialog', { name: 'Tugas baru' })).toBeVisible();
	await page.keyboard.type('Pesan lakban');
	await page.keyboard.press('Enter');
	const tray = page.getByRole('region', { name: 'Tanpa tenggat' });
	const task = page.getByRole('link', { name: 'Pesan lakban' });
	await tabTo(page, tray.getByRole('link', { name: 'Pesan lakban' }));
	await page.keyboard.press('Shift+F10');
	await expect(page.getByRole('menuitem', { name: 'Buka' })).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog', { name: 'Tenggat' }).getByLabel('Tanggal')).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(tray.getByRole('link', { name: 'Pesan lakban' })).toHaveCount(0);
	await expect(page.locator('[aria-current=date]').getByRole('link', { name: 'Pesan lakban' })).toBeVisible();
	await expect(task).toBeFocused();
});

test('by keyboard alone: a comment names somebody', async ({ page }) => {
	await openBoard(page);
	const panel = await openCard(page, slot, 'ArrowRight', 'ArrowDown');
	const field = panel.getByRole('textbox', { name: 'Tulis komentar' });
	await tabTo(page, field);
	await page.keyboard.type('Tolong @rara');
	await page.keyboard.press('Enter');
	await page.keyboard.type('cek jamnya');
	await page.keyboard.press('Control+Enter');
	await expect(panel.getByText('Tolong @Rara Kusumaningtyas cek jamnya')).toBeVisible();
	await expect(field).toHaveValue('');
	await expect(field).toBeFocused();
});

test('by keyboard alone: a blocker is solved, and the task is free', async ({ page }) => {
	await openBoard(page, '', 'dimas');
	const panel = await openCard(page, resend, 'ArrowRight', 'ArrowRight', 'ArrowRight');
	await pressOn(page, panel.getByRole('button', { name: 'Sudah teratasi' }));
	await expect(panel.getByText('Menunggu stok ukuran L dari CV Benang Jaya')).toBeHidden();
	await expectFocusKept(page);
	await page.keyboard.press('Control+z');
	await expect(panel.getByRole('button', { name: 'Sudah teratasi' })).toBeVisible();
});

test('by keyboard alone: the inbox is read, put off and finished in place', async ({ page }) => {
	await enter(page, server, 'yoga', '/inbox');
	const rows = page.getByRole('tabpanel').getByRole('listitem');
	await expect(rows.first()).toBeVisible();
	const before = await rows.count();
	await page.keyboard.press('j');
	await page.keyboard.press('u');
	await expect(rows.first()).not.toContainText('Belum dibaca');
	await page.keyboard.press('h');
	await expect(page.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(rows).toHaveCount(before - 1);
	await expectFocusKept(page);
	await page.keyboard.press('e');
	await expect(rows).toHaveCount(before - 2);
	await expectFocusKept(page);
});

test('by keyboard alone: a menu closes by Esc back to its button, without a fault', async ({ page }) => {
	const faults: Error[] = [];
	page.on('pageerror', (fault) => faults.push(fault));
	await openBoard(page);
	const button = page.getByRole('button', { name: 'Tindakan untuk Rilis koleksi Senja' });
	await pressOn(page, button);
	await expect(page.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(button).toBeFocused();
	await expect(page.locator('.tooltip')).toBeVisible();
	expect(faults).toEqual([]);
});

test('by keyboard alone: a board’s own menu leads to its columns', async ({ page }) => {
	await openBoard(page);
	await chooseFrom(
		page,
		page.getByRole('button', { name: 'Tindakan untuk kolom Dikerjakan' }),
		'Geser ke kanan'
	);
	await expect(
		page.getByRole('region', { name: /^(Dikerjakan|Menunggu persetujuan), / }).first()
	).toHaveAccessibleName(/^Menunggu persetujuan/);
	await expectFocusKept(page);
});

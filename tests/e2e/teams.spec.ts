import { expect, test, type Locator, type Page } from '@playwright/test';
import { addDays, localMoment } from '#domain/kernel/day.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { holdWrites } from '../support/hold-writes.ts';
import { pressOn, tabTo } from '../support/keyboard.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const teams = '/people?view=teams';
const checked = 'Cek mutu sampel jahitan tahap 2 dari CV Benang Jaya';
const photos = 'Foto flat lay 6 warna rok plisket';

function teamCalled(page: Page, name: string): Locator {
	return page.getByRole('article', { name });
}

async function saved(page: Page): Promise<void> {
	await expect(page.locator('[data-sync=saved]').first()).toBeVisible();
}

async function openBoard(page: Page, query = ''): Promise<void> {
	await enter(page, server, 'dimas', '/boards');
	const link = page.getByRole('main').getByRole('link', { name: 'Rilis koleksi Senja' });
	await page.goto(`${server.url}${await link.getAttribute('href')}${query}`);
	await page.getByRole('heading', { level: 1, name: 'Rilis koleksi Senja' }).waitFor();
}

test('by keyboard alone: a team is made with its members and its lead', async ({ page }) => {
	await enter(page, server, 'wulan', teams);
	await pressOn(page, page.getByRole('button', { name: 'Buat tim' }));
	const dialog = page.getByRole('dialog', { name: 'Tim baru' });
	await expect(dialog.getByRole('textbox', { name: 'Nama tim' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(dialog.getByText('Beri tim ini nama.')).toBeVisible();
	await page.keyboard.type('Layanan');
	await tabTo(page, dialog.getByRole('checkbox', { name: 'Bayu' }));
	await page.keyboard.press('Space');
	await tabTo(page, dialog.getByRole('checkbox', { name: 'Rara' }));
	await page.keyboard.press('Space');
	await tabTo(page, dialog.getByRole('combobox', { name: 'Ketua' }));
	await page.keyboard.type('Rara');
	await expect(dialog.getByRole('combobox', { name: 'Ketua' })).toHaveValue(/./);
	await pressOn(page, dialog.getByRole('button', { name: 'Buat tim' }));
	await expect(teamCalled(page, 'Layanan').getByRole('listitem').first()).toHaveText(/Rara.*Ketua/);
	await expect(teamCalled(page, 'Layanan').getByRole('listitem')).toHaveCount(2);
	await expect(page.getByRole('button', { name: 'Buat tim' })).toBeFocused();
	await saved(page);
	await page.reload();
	await expect(teamCalled(page, 'Layanan')).toBeVisible();
});

test('a change of a team and its archiving are taken back', async ({ page }) => {
	await enter(page, server, 'wulan', teams);
	const team = teamCalled(page, 'Konten');
	await page.getByRole('button', { name: 'Ubah tim Konten' }).click();
	await page.getByRole('checkbox', { name: 'Intan' }).uncheck();
	await page.getByRole('combobox', { name: 'Wakil' }).selectOption({ label: 'Kevin Halim' });
	await page.getByRole('button', { name: 'Simpan', exact: true }).click();
	await expect(team.getByRole('listitem')).toHaveText([/Kevin.*Wakil/, /Nadia/, /Sarah/]);
	await page.keyboard.press('Control+z');
	await expect(team.getByRole('listitem').first()).toHaveText(/Intan.*Ketua/);
	await page.getByRole('button', { name: 'Arsipkan tim Konten' }).click();
	await expect(team).toHaveCount(0);
	await page.getByRole('button', { name: 'Kembalikan tim Konten' }).click();
	await expect(team.getByRole('listitem')).toHaveCount(4);
	await saved(page);
});

test('a team is deleted forever only from the archive, and after a question', async ({ page }) => {
	await enter(page, server, 'wulan', teams);
	await page.getByRole('button', { name: 'Buat tim' }).click();
	await page.getByRole('textbox', { name: 'Nama tim' }).fill('Bazar');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Arsipkan tim Bazar' }).click();
	await page.getByRole('button', { name: 'Hapus permanen tim Bazar' }).click();
	const question = page.getByRole('dialog', { name: 'Hapus permanen tim Bazar?' });
	await question.getByRole('button', { name: 'Hapus permanen' }).click();
	await expect(page.getByRole('list', { name: 'Tim yang diarsipkan' }).getByText('Bazar')).toHaveCount(0);
	await saved(page);
});

test('staff read the teams without controls, and people from outside find none', async ({
	page,
	browser
}) => {
	await enter(page, server, 'rara', teams);
	await expect(teamCalled(page, 'Gudang').getByRole('link', { name: 'Yoga Saputra' })).toBeVisible();
	await expect(page.getByRole('button', { name: /tim/i })).toHaveCount(0);
	const outside = await (await browser.newContext()).newPage();
	await enter(outside, server, 'nadia', teams);
	await expect(outside.getByText('Gudang')).toHaveCount(0);
	await expect(outside.getByRole('heading', { level: 1 })).toHaveText('Anda tidak bisa membuka halaman ini');
	await outside.context().close();
});

test('a team that is made offline arrives when the connection is back', async ({ page, browser }) => {
	await enter(page, server, 'wulan', teams);
	await page.context().setOffline(true);
	await server.stop('SIGKILL');
	await expect(page.locator('[data-sync=offline]').first()).toBeVisible();
	await page.getByRole('button', { name: 'Buat tim' }).click();
	await page.getByRole('textbox', { name: 'Nama tim' }).fill('Host live');
	await page.keyboard.press('Enter');
	await expect(teamCalled(page, 'Host live')).toBeVisible();
	await server.start();
	await page.context().setOffline(false);
	await expect(page.locator('[data-sync=saved]')).toBeVisible({ timeout: 20_000 });
	const other = await (await browser.newContext({ locale: 'id-ID' })).newPage();
	await enter(other, server, 'rara', teams);
	await expect(teamCalled(other, 'Host live')).toBeVisible();
	await other.context().close();
});

test('somebody plans own leave, and it stands beside their name where work is given', async ({
	page,
	browser
}) => {
	const { day } = localMoment(Date.now(), 'Asia/Jakarta');
	await enter(page, server, 'yoga', '/settings/profile');
	const leave = page.getByRole('region', { name: 'Cuti' });
	await leave.getByRole('button', { name: 'Tambah cuti' }).click();
	await expect(leave.getByText('Pilih hari pertama dan hari terakhir.')).toBeVisible();
	await leave.getByLabel('Hari pertama').fill(day);
	await leave.getByLabel('Hari terakhir').fill(addDays(day, -1));
	await leave.getByRole('button', { name: 'Tambah cuti' }).click();
	await expect(leave.getByText('Hari terakhir tidak boleh sebelum hari pertama.')).toBeVisible();
	await leave.getByLabel('Hari terakhir').fill(addDays(day, 2));
	await leave.getByRole('button', { name: 'Tambah cuti' }).click();
	await expect(leave.getByRole('listitem')).toHaveText(/3 hari.*sedang cuti/);
	await saved(page);

	const dimas = await (await browser.newContext({ locale: 'id-ID' })).newPage();
	await openBoard(dimas);
	await dimas.getByRole('main').getByRole('link', { name: photos }).click();
	await dimas.getByRole('button', { name: /^Penanggung jawab: / }).click();
	await expect(dimas.getByRole('option', { name: 'Yoga' })).toHaveText(/cuti sampai/);
	await dimas.goto(`${server.home}${teams}`);
	await expect(teamCalled(dimas, 'Gudang').getByRole('listitem').filter({ hasText: 'Yoga' })).toHaveText(
		/cuti sampai/
	);
	await dimas.context().close();

	await leave.getByRole('button', { name: /^Hapus cuti/ }).click();
	await expect(leave.getByText('Tidak ada cuti terjadwal.')).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(leave.getByRole('listitem')).toHaveCount(1);
});

test('pressing twice plans a leave once', async ({ page }) => {
	const { day } = localMoment(Date.now(), 'Asia/Jakarta');
	await enter(page, server, 'bayu', '/settings/profile');
	const leave = page.getByRole('region', { name: 'Cuti' });
	await leave.getByLabel('Hari pertama').fill(day);
	await leave.getByLabel('Hari terakhir').fill(day);
	const goOn = await holdWrites(page);
	await leave.getByRole('button', { name: 'Tambah cuti' }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Enter');
	await goOn();
	await saved(page);
	await page.reload();
	await expect(leave.getByRole('listitem').filter({ hasText: 'sedang cuti' })).toHaveCount(1);
});

test('whoever looks after people plans the leave of others, and the workload shows it', async ({ page }) => {
	const { day } = localMoment(Date.now(), 'Asia/Jakarta');
	await enter(page, server, 'wulan', '/people');
	await page.getByRole('main').getByRole('link', { name: 'Intan Maharani' }).click();
	const leave = page.getByRole('region', { name: 'Cuti' });
	await leave.getByLabel('Hari pertama').fill(addDays(day, 7));
	await leave.getByLabel('Hari terakhir').fill(addDays(day, 13));
	await leave.getByRole('button', { name: 'Tambah cuti' }).click();
	await expect(leave.getByRole('listitem')).toHaveText(/7 hari/);
	await saved(page);
	await page.goto(`${server.home}/boards`);
	const link = page.getByRole('main').getByRole('link', { name: 'Rilis koleksi Senja' });
	await page.goto(`${server.url}${await link.getAttribute('href')}?view=load`);
	await expect(page.getByRole('row', { name: /Intan/ })).toContainText(/cuti \d hari/);
});

test('a task is given to a team; its card, the filter and the groups of the list know', async ({ page }) => {
	await openBoard(page);
	await page.getByRole('main').getByRole('link', { name: photos }).click();
	const panel = page.getByRole('complementary', { name: 'Tugas', exact: true });
	await panel.getByRole('button', { name: /^Tim: / }).click();
	await page.getByRole('menuitemcheckbox', { name: 'Konten' }).click();
	await page.keyboard.press('Escape');
	await expect(panel.getByRole('button', { name: /^Tim: Konten/ })).toBeVisible();
	await panel.getByRole('button', { name: 'Tutup' }).click();
	const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: photos }) });
	await expect(card.getByTitle('Tim')).toHaveText('Konten');

	await page.getByRole('search').getByRole('button', { name: 'Tim' }).click();
	await page.getByRole('checkbox', { name: 'Gudang' }).check();
	await expect(page).toHaveURL(/team=/);
	await expect(page.getByRole('link', { name: checked })).toBeVisible();
	await expect(page.getByRole('link', { name: photos })).toHaveCount(0);

	await openBoard(page, '?view=list&group=team');
	await expect(page.getByRole('row', { name: /^Konten/ })).toBeVisible();
	await saved(page);
});

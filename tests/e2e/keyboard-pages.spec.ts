import { expect, test, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { chooseFrom, expectFocusKept, pressOn, tabTo } from '../support/keyboard.ts';
import { signInAs } from '../support/screens.ts';

let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

async function enter(page: Page, name: CastName, path = ''): Promise<void> {
	await signInAs(page, server, name);
	await page.goto(server.home + path);
	await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

const folder = (name: string) => `/f/x-${server.demo.folderIds[name] ?? ''}`;
const written = (title: string) => `/d/x-${server.demo.pageIds[title] ?? ''}`;

function text(page: Page) {
	return page.getByRole('textbox', { name: 'Isi dokumen' });
}

test('by keyboard alone: sharing a folder and restricting it by its dialog', async ({ page }) => {
	await enter(page, 'wulan', folder('Template'));
	const opener = page.getByRole('button', { name: 'Bagikan dan akses…' });
	await pressOn(page, opener);
	const dialog = page.getByRole('dialog', { name: 'Akses ke Template' });
	await expect(dialog.getByLabel('Tambah orang atau peran')).toBeFocused();
	await page.keyboard.type('Hendra');
	await pressOn(page, dialog.getByRole('button', { name: 'Beri akses' }));
	await expect(dialog.getByRole('button', { name: 'Cabut akses Hendra Gunawan' })).toBeVisible();
	await expect(dialog.getByLabel('Tambah orang atau peran')).toBeFocused();

	await pressOn(page, dialog.getByRole('button', { name: 'Batasi…' }));
	await expect(dialog).toContainText('Yoga Saputra');
	await pressOn(page, dialog.getByRole('button', { name: 'Batasi folder' }));
	await expect(dialog.getByText(/Folder ini dibatasi/)).toBeVisible();
	await expectFocusKept(page);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(opener).toBeFocused();
});

test('by keyboard alone: moving a page, archiving it and bringing it back', async ({ page }) => {
	await enter(page, 'dimas', written('Jam kerja dan siapa bertanya ke siapa'));
	const menu = page.getByRole('button', { name: 'Tindakan halaman' });
	await chooseFrom(page, menu, 'Pindah ke…');
	await expect(page.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('layanan');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('navigation', { name: 'Letak' })).toContainText('Layanan pelanggan');
	await expect(menu).toBeFocused();

	await chooseFrom(page, menu, 'Arsipkan');
	const bringBack = page.getByRole('main').getByRole('button', { name: 'Keluarkan dari arsip' });
	await expect(bringBack).toBeVisible();
	await expect(menu).toBeFocused();
	await pressOn(page, bringBack);
	await expect(text(page)).toBeVisible();
	await expectFocusKept(page);
});

test('by keyboard alone: a page goes to the trash, comes back, and goes for ever', async ({ page }) => {
	await enter(page, 'wulan', written('Revisi desain'));
	const menu = page.getByRole('button', { name: 'Tindakan halaman' });
	await chooseFrom(page, menu, 'Buang ke Sampah');
	await pressOn(page, page.getByRole('main').getByRole('button', { name: 'Kembalikan' }));
	await expect(text(page)).toBeVisible();
	await expectFocusKept(page);
	await chooseFrom(page, menu, 'Buang ke Sampah');
	await expect(page.getByRole('main').getByText(/^Halaman ini ada di Sampah/)).toBeVisible();
	await page.keyboard.press('g');
	await page.keyboard.press('s');
	await expect(page.getByRole('heading', { level: 1, name: 'Sampah' })).toBeVisible();
	await pressOn(page, page.getByRole('main').getByRole('button', { name: 'Hapus permanen' }));
	const question = page.getByRole('dialog', { name: 'Hapus permanen Revisi desain?' });
	await pressOn(page, question.getByRole('button', { name: 'Hapus permanen Revisi desain' }));
	await expect(page.getByText('Sampah kosong.')).toBeVisible();
	await expectFocusKept(page);
});

test('by keyboard alone: bringing Markdown into a folder', async ({ page }) => {
	const choosing = page.waitForEvent('filechooser');
	await enter(page, 'dimas', folder('Operasional'));
	await chooseFrom(page, page.getByRole('button', { name: 'Tindakan untuk Operasional' }), 'Impor Markdown…');
	const dialog = page.getByRole('dialog', { name: 'Impor ke Operasional' });
	await expect(dialog.getByRole('button', { name: 'Pilih berkas…' })).toBeEnabled();
	await pressOn(page, dialog.getByRole('button', { name: 'Pilih berkas…' }));
	const buffer = Buffer.from('# Susun rak\n\nDari depan ke belakang.');
	await (await choosing).setFiles({ name: 'rak.md', mimeType: 'text/markdown', buffer });
	await expect(dialog).toContainText('1 halaman dan 0 folder dibuat.');
	await pressOn(page, dialog.getByRole('button', { name: 'Tutup' }).last());
	await expect(dialog).toBeHidden();
	await expect(page.getByRole('button', { name: 'Tindakan untuk Operasional' })).toBeFocused();
	await pressOn(page, page.getByRole('main').getByRole('link', { name: /Susun rak/ }));
	await expect(page.locator('article')).toContainText('Dari depan ke belakang.');
});

test('by keyboard alone: changing the theme and the language', async ({ page }) => {
	await enter(page, 'rara');
	await page.keyboard.press('Control+,');
	await expect(page.getByRole('heading', { level: 1, name: 'Pengaturan' })).toBeVisible();
	const html = page.locator('html');
	await tabTo(page, page.getByRole('radio', { name: 'Ikut perangkat' }));
	await page.keyboard.press('ArrowRight');
	await expect(html).toHaveAttribute('data-theme', 'light');
	await page.keyboard.press('ArrowRight');
	await expect(html).toHaveAttribute('data-theme', 'dark');
	await tabTo(page, page.getByRole('radio', { name: 'Bahasa Indonesia' }));
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
	await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
});

test('by keyboard alone: an SOP from its title to the standard of the result', async ({ page }) => {
	await enter(page, 'dimas', folder('Operasional'));
	await pressOn(page, page.getByRole('main').getByRole('button', { name: 'SOP baru' }));
	await page.waitForURL(/\/d\//);
	const title = page.getByRole('textbox', { name: 'Judul halaman' });
	await tabTo(page, title);
	await page.keyboard.press('Control+a');
	await page.keyboard.type('Siapkan pesanan grosir');
	await page.keyboard.press('Enter');
	await expect(text(page)).toBeFocused();
	await page.keyboard.type('Pesanan grosir siap sebelum pukul 10.00.');
	await expect(text(page).locator('[data-sop=goal]')).toContainText('Pesanan grosir siap');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.type('Hitung barang');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Dua orang, bergantian.');
	await tabTo(page, text(page).getByRole('button', { name: /Rincian langkah/ }));
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Dikerjakan oleh')).toBeFocused();
	await page.keyboard.type('Gudang');
	await page.keyboard.press('Tab');
	await page.keyboard.type('90');
	await page.keyboard.press('Enter');
	await expect(text(page).locator('.step-facts')).toHaveText('Gudang1 jam 30 menit');
	await pressOn(page, text(page).getByRole('button', { name: 'Tambah langkah' }));
	await expect(text(page)).toBeFocused();
	await page.keyboard.type('Kemas');
	await expect(text(page).locator('section[data-sop=step]')).toHaveCount(2);
	await page.keyboard.press('Control+End');
	await page.keyboard.type('Segel utuh');
	await expect(text(page).locator('[data-sop=standard]')).toContainText('Segel utuh');
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
});

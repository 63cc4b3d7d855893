import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const board = 'Rilis koleksi Senja';
const label = 'Revisi label kemasan serum 20 ml';

async function openBoard(page: Page): Promise<void> {
	await enter(page, server, 'wulan', '/boards');
	await page.getByRole('main').getByRole('link', { name: board }).click();
	await expect(page.getByRole('heading', { level: 1, name: board })).toBeVisible();
}

const cards = (page: Page, title: string) => page.getByRole('main').getByRole('link', { name: title });
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Tugas', exact: true });

test('a task is kept as a template, and work is made from it in a column and by quick add', async ({
	page
}) => {
	await openBoard(page);
	await cards(page, label).click();
	const panel = panelOf(page);
	await panel.getByRole('button', { name: 'Tulis deskripsi' }).click();
	const text = panel.getByRole('textbox', { name: 'Isi dokumen' });
	await text.click();
	await page.keyboard.type('Pakai warna dari buku merek.');
	await expect(text).toContainText('Pakai warna dari buku merek.');
	await panel.getByRole('textbox', { name: 'Tambah butir' }).fill('Cek nomor BPOM');
	await page.keyboard.press('Enter');
	await panel.getByRole('button', { name: 'Pilihan lain untuk tugas ini' }).click();
	await page.getByRole('menuitem', { name: 'Simpan sebagai template' }).click();
	await expect(page.getByText(`“${label}” disimpan sebagai template.`).first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(cards(page, label)).toHaveCount(1);

	await page.getByRole('button', { name: 'Tambah tugas ke Dikerjakan' }).click();
	await page.getByRole('textbox', { name: 'Tugas baru' }).fill('Revisi label toner !tinggi');
	await page.getByRole('button', { name: 'Dari template…' }).click();
	await page.getByRole('menuitem', { name: label }).click();
	const made = cards(page, 'Revisi label toner');
	await expect(made).toBeVisible();
	await made.click();
	await expect(panel.getByRole('textbox', { name: 'Judul tugas' })).toHaveValue('Revisi label toner');
	await expect(panel.getByRole('checkbox', { name: 'Selesai: Cek nomor BPOM' })).not.toBeChecked();
	await expect(panel.getByText('Pakai warna dari buku merek.')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+z');
	await expect(made).toHaveCount(0);

	await page.keyboard.press('Control+k');
	await page.getByRole('combobox').fill('template');
	await page.getByRole('option', { name: 'Tugas dari template…' }).click();
	await expect(page.getByLabel('Mulai dari')).toHaveValue(/./);
	await page.getByRole('textbox', { name: 'Apa yang harus dikerjakan?' }).fill('Revisi label sabun');
	await page.getByRole('button', { name: 'Tambah', exact: true }).click();
	await expect(cards(page, 'Revisi label sabun')).toBeVisible();
});

test('a template stands among the templates, not among the work', async ({ page }) => {
	await enter(page, server, 'wulan', '/boards');
	const list = page.getByRole('list', { name: 'Template tugas' });
	await expect(list.getByRole('link', { name: label })).toHaveCount(1);
	await list.getByRole('link', { name: label }).click();
	await expect(page.getByText('Ini template: tidak tampil di papan sebagai pekerjaan.')).toBeVisible();
});

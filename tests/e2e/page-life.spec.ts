import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { signInAs } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const templates = () => `${server.home}/f/x-${server.demo.folderIds['Template'] ?? ''}`;

/** Makes a document in *Template* and types its title, which is chosen and waits for it. */
async function newDocument(page: Page, title: string): Promise<void> {
	await page.goto(templates());
	await page.getByRole('main').getByRole('button', { name: 'Dokumen baru' }).click();
	await page.waitForURL(/\/d\//);
	const field = page.getByRole('textbox', { name: 'Judul halaman' });
	await expect(field).toBeFocused();
	await page.keyboard.type(title);
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
}

function inFolder(page: Page, title: string) {
	return page.getByRole('main').getByRole('link', { name: title });
}

async function choose(page: Page, entry: RegExp): Promise<void> {
	await page.getByRole('button', { name: 'Tindakan halaman' }).click();
	await page.getByRole('menuitem', { name: entry }).click();
}

test('a page goes to the archive and comes back, by mouse', async ({ page }) => {
	await signInAs(page, server, 'wulan');
	await newDocument(page, 'Jam buka Ramadan');
	const address = page.url();
	await choose(page, /Arsipkan/);
	await expect(page.getByText('Halaman ini diarsipkan dan tidak diubah lagi.')).toBeVisible();
	await page.goto(templates());
	await page.getByRole('heading', { level: 1, name: 'Template' }).waitFor();
	await expect(inFolder(page, 'Jam buka Ramadan')).toHaveCount(0);
	await page.goto(address);
	await choose(page, /Keluarkan dari arsip/);
	await expect(page.getByRole('textbox', { name: 'Isi dokumen' })).toBeVisible();
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
	await page.goto(templates());
	await expect(inFolder(page, 'Jam buka Ramadan')).toBeVisible();
});

test('a page goes to the trash and is restored, and another is deleted for ever after a question', async ({
	page
}) => {
	await signInAs(page, server, 'wulan');
	const line = (title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title });
	for (const title of ['Daftar rak lama', 'Catatan salah']) {
		await newDocument(page, title);
		await choose(page, /Buang ke Sampah/);
		await expect(page.locator('[data-sync=saved]')).toBeVisible();
	}
	await page.goto(`${server.home}/trash`);
	await line('Daftar rak lama').getByRole('button', { name: 'Kembalikan' }).click();
	await expect(line('Daftar rak lama')).toHaveCount(0);

	await line('Catatan salah').getByRole('button', { name: 'Hapus permanen' }).click();
	const question = page.getByRole('dialog', { name: /Catatan salah/ });
	await question.getByRole('button', { name: 'Batal' }).click();
	await expect(line('Catatan salah')).toBeVisible();
	await line('Catatan salah').getByRole('button', { name: 'Hapus permanen' }).click();
	await question.getByRole('button', { name: /Hapus/ }).click();
	await expect(line('Catatan salah')).toHaveCount(0);
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
	await page.reload();
	await page.getByRole('heading', { level: 1, name: 'Sampah' }).waitFor();
	await expect(line('Catatan salah')).toHaveCount(0);
	await page.goto(templates());
	await expect(inFolder(page, 'Daftar rak lama')).toBeVisible();
	await expect(inFolder(page, 'Catatan salah')).toHaveCount(0);
});

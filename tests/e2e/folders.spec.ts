import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter as enterAs, signInAs, untilCaughtUp } from '../support/screens.ts';

let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

function row(page: Page, name: string) {
	return page.getByRole('tree').getByRole('treeitem', { name: new RegExp(`${name}$`) });
}

function toasts(page: Page) {
	return page.getByRole('region', { name: 'Pesan' });
}

/** Of the folders that are not in the trash. */
async function namesOnServer(page: Page): Promise<string[]> {
	const response = await page.request.get(`${server.url}/api/v1/w/${server.demo.slug}/folders?limit=200`);
	const { items } = (await response.json()) as { items: { name: string; trashedAt: unknown }[] };
	return items.filter(({ trashedAt }) => trashedAt === null).map(({ name }) => name);
}

async function enter(page: Page) {
	await enterAs(page, server, 'wulan');
}

test('a folder is made, renamed and trashed with the keyboard alone, and Ctrl Z brings it back', async ({
	page
}) => {
	await enter(page);
	await page.keyboard.press('n');
	await page.getByRole('option', { name: 'Folder baru' }).waitFor();
	await page.keyboard.type('Gudang Cimahi');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Nama' })).toHaveValue('Gudang Cimahi');
	await expect(page.getByRole('textbox', { name: 'Nama' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Gudang Cimahi' })).toBeVisible();

	await row(page, 'Gudang Cimahi').focus();
	await page.keyboard.press('F2');
	await page.keyboard.type('Gudang Bandung');
	await page.keyboard.press('Enter');
	await expect(row(page, 'Gudang Bandung')).toBeFocused();
	await page.keyboard.press('Delete');
	await expect(row(page, 'Gudang Bandung')).toHaveCount(0);
	await expect(row(page, 'Template')).toBeFocused();
	await page.keyboard.press('Control+z');
	await expect(row(page, 'Gudang Bandung')).toBeFocused();
	await page.keyboard.press('Delete');
	await expect(row(page, 'Template')).toBeFocused();
	const thrown = toasts(page).locator('.toast', { hasText: 'Gudang Bandung dibuang ke Sampah.' });
	await thrown.getByRole('button', { name: 'Urungkan' }).focus();
	await page.keyboard.press('Enter');
	await expect(row(page, 'Gudang Bandung')).toBeFocused();
	await expect.poll(() => namesOnServer(page)).toContain('Gudang Bandung');
	await page.reload();
	await expect(row(page, 'Gudang Bandung')).toBeVisible();
});

test('Enter renames a folder once, Escape leaves its name, and the focus stays on its line', async ({
	page
}) => {
	await enter(page);
	await row(page, 'Template').focus();
	await page.keyboard.press('F2');
	await page.keyboard.type('Salah ketik');
	await page.keyboard.press('Escape');
	await expect(row(page, 'Template')).toBeFocused();
	await expect(toasts(page).getByText('Salah ketik')).toHaveCount(0);
	await page.keyboard.press('F2');
	await page.keyboard.type('Contoh');
	await page.keyboard.press('Enter');
	await expect(row(page, 'Contoh')).toBeFocused();
	await expect(toasts(page).getByText('Contoh')).toHaveCount(1);
	await expect.poll(() => namesOnServer(page)).toContain('Contoh');
	await page.keyboard.press('Control+z');
	await expect(row(page, 'Template')).toBeFocused();
	await expect(toasts(page).getByText('Contoh')).toHaveCount(0);
	// The tests after this one share the server.
	await expect.poll(() => namesOnServer(page)).not.toContain('Contoh');
});

test('dragging a folder into a shared one asks first and names who would see it', async ({ page }) => {
	await enter(page);
	const from = await row(page, 'Template').boundingBox();
	const to = await row(page, 'CV Benang Jaya').boundingBox();
	if (!from || !to) throw new Error('the tree is not shown');
	await page.mouse.move(from.x + 60, from.y + from.height / 2);
	await page.mouse.down();
	await page.mouse.move(from.x + 60, from.y + from.height / 2 - 10);
	await page.mouse.move(to.x + 60, to.y + to.height / 2);
	await page.mouse.up();
	const question = page.getByRole('dialog', { name: 'Pindahkan Template ke CV Benang Jaya?' });
	await expect(question).toContainText('Hendra Gunawan');
	await question.getByRole('button', { name: 'Batal' }).click();
	await expect(question).toBeHidden();
	await expect(row(page, 'Template')).toHaveAttribute('aria-level', '1');
});

test('a stranger to a folder gets the same page as for one that never was', async ({ page }) => {
	await signInAs(page, server, 'yoga');
	const said: string[] = [];
	for (const id of [server.demo.folderIds['Keuangan'] ?? '', '00000000-0000-7000-8000-000000000000']) {
		await page.goto(`${server.home}/f/x-${id}`);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await untilCaughtUp(page);
		said.push(await page.locator('main').innerText());
	}
	expect(said[0]).toContain('Anda tidak bisa membuka halaman ini');
	expect(said[1]).toBe(said[0]);
});

import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { signInAs } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

function lines(page: Page) {
	return page.getByRole('textbox', { name: 'Isi dokumen' }).locator('p');
}

test('a block is dragged by its handle to another place, and the order stays after a reload', async ({
	page
}) => {
	await signInAs(page, server, 'wulan');
	await page.goto(`${server.home}/f/x-${server.demo.folderIds['Template'] ?? ''}`);
	await page.getByRole('main').getByRole('button', { name: 'Dokumen baru' }).click();
	await page.waitForURL(/\/d\//);
	await page.getByRole('textbox', { name: 'Isi dokumen' }).click();
	await page.keyboard.type('Satu');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Dua');
	await page.keyboard.press('Enter');
	await page.keyboard.type('Tiga');
	await lines(page).getByText('Satu').hover();
	await page.locator('.grip').hover();
	const target = await lines(page).getByText('Tiga').boundingBox();
	if (!target) throw new Error('the text is not shown');
	const x = target.x + target.width - 8;
	await page.mouse.down();
	await page.mouse.move(x, target.y + 4, { steps: 4 });
	await page.mouse.move(x, target.y + target.height - 2, { steps: 4 });
	await page.mouse.up();
	await expect(lines(page)).toHaveText(['Dua', 'Tiga', 'Satu']);
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
	await page.reload();
	await expect(lines(page)).toHaveText(['Dua', 'Tiga', 'Satu']);
});

test('the menu of a step acts on the step that it was opened for, whatever the pointer crosses', async ({
	page
}) => {
	await signInAs(page, server, 'wulan');
	await page.goto(`${server.home}/d/x-${server.demo.pageIds['Terima barang dari konveksi'] ?? ''}`);
	const titles = page.getByRole('textbox', { name: 'Isi dokumen' }).locator('.step-text > :first-child');
	await titles.nth(2).waitFor();
	const before = await titles.allTextContents();
	await titles.nth(1).hover();
	const grip = page.locator('.grip');
	const beside = await grip.boundingBox();
	await grip.click();
	await titles.nth(2).hover({ force: true });
	const remove = page.getByRole('menuitem', { name: 'Hapus' });
	await remove.hover();
	expect(await grip.boundingBox()).toEqual(beside);
	await remove.click();
	await expect(titles).toHaveText(before.filter((_, index) => index !== 1));
});

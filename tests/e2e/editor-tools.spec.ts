import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { signInAs } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

/** Opens a new document with these lines in it. */
async function write(page: Page, lines: readonly string[]): Promise<void> {
	await signInAs(page, server, 'wulan');
	await page.goto(`${server.home}/f/x-${server.demo.folderIds['Template'] ?? ''}`);
	await page.getByRole('main').getByRole('button', { name: 'Dokumen baru' }).click();
	await page.waitForURL(/\/d\//);
	await text(page).click();
	for (const [index, line] of lines.entries()) {
		if (index > 0) await page.keyboard.press('Enter');
		await page.keyboard.type(line);
	}
	await expect(text(page).locator('p')).toHaveText([...lines]);
}

function text(page: Page) {
	return page.getByRole('textbox', { name: 'Isi dokumen' });
}

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	test('the buttons above the keyboard change what is selected, and keep the caret in the text', async ({
		page
	}) => {
		await write(page, ['Ambil barang', 'Cetak label']);
		const bar = page.getByRole('toolbar');
		const tool = (name: string) => bar.getByRole('button', { name, exact: true });
		await page.keyboard.press('Shift+Home');
		await tool('Tebal').tap();
		await expect(text(page).locator('strong')).toHaveText(['Cetak label']);
		await expect(tool('Tebal')).toHaveAttribute('aria-pressed', 'true');
		await expect(text(page)).toBeFocused();
		await tool('Pindah ke atas').tap();
		await expect(text(page).locator('p')).toHaveText(['Cetak label', 'Ambil barang']);
		await tool('Daftar centang').tap();
		await expect(text(page).locator('[data-checked]')).toHaveText([/Cetak label/]);
		await tool('Urungkan').tap();
		await expect(text(page).locator('[data-checked]')).toHaveCount(0);
		for (const button of await bar.getByRole('button').all()) {
			const box = await button.boundingBox();
			expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
		}
		await tool('Tutup papan ketik').tap();
		await expect(bar).toBeHidden();
	});
});

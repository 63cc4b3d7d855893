import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;

test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

const label = 'Revisi label kemasan serum 20 ml';
const board = 'Rilis koleksi Senja';

async function choose(page: Page, entry: string) {
	await page.getByRole('button', { name: `Tindakan untuk ${board}` }).click();
	await page.getByRole('menuitem', { name: entry }).click();
}

test('an archived task is found in the archive of its board, and brought back from there', async ({
	page
}) => {
	await enter(page, server, 'wulan', `/boards/x-${server.demo.boardIds[board] ?? ''}`);
	const card = page.getByRole('main').getByRole('link', { name: label, exact: true });
	await page.getByRole('button', { name: `Tindakan untuk ${label}` }).click();
	await page.getByRole('menuitem', { name: 'Arsipkan' }).click();
	await expect(card).toHaveCount(0);

	await choose(page, 'Arsip papan ini…');
	const archive = page.getByRole('dialog', { name: `Arsip ${board}` });
	await archive.getByRole('button', { name: `Keluarkan ${label} dari arsip` }).click();
	await expect(archive.getByText('Tidak ada tugas papan ini yang diarsipkan.')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(card).toBeVisible();
});

test('an archived board is found among the boards and in its folder, and brought back', async ({ page }) => {
	await enter(page, server, 'wulan', `/boards/x-${server.demo.boardIds[board] ?? ''}`);
	await choose(page, 'Arsipkan');
	await expect(page.getByText('Papan ini diarsipkan.')).toBeVisible();
	await page.goto(`${server.home}/boards`);
	await expect(page.getByRole('list', { name: 'Papan tugas' }).getByText(board)).toHaveCount(0);
	await page.getByRole('list', { name: 'Arsip (1)' }).getByRole('link', { name: board }).click();
	await page.getByRole('button', { name: 'Keluarkan dari arsip' }).click();
	await expect(page.getByText('Papan ini diarsipkan.')).toBeHidden();
	await page.goto(`${server.home}/boards`);
	await expect(page.getByRole('list', { name: 'Papan tugas' }).getByText(board)).toBeVisible();
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';
import { largeTrelloBoard } from '../support/trello-board.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'trello');
let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

function json(name: string, buffer: Buffer) {
	return { name, mimeType: 'application/json', buffer };
}

async function openFromBoards(page: Page) {
	await page.getByRole('button', { name: 'Impor dari Trello…' }).click();
	return page.getByRole('dialog', { name: 'Dari Trello' });
}

test('a board of Trello comes with a report, opens, and the import can be undone', async ({ page }) => {
	await enter(page, server, 'wulan', '/boards');
	const dialog = await openFromBoards(page);
	await dialog.getByLabel('Folder').selectOption({ label: 'Operasional' });
	const sample = readFileSync(join(fixtures, 'planka-sample-board-export.json'));
	await dialog.locator('input[type=file]').setInputFiles(json('papan.json', sample));
	await expect(dialog).toContainText('Simple Project Board sudah ada di sini.');
	await expect(dialog).toContainText('10 tugas');
	await expect(dialog).toContainText('4 komentar');
	await dialog.getByText('Riwayat di Trello').click();
	await expect(dialog).toContainText('updateCheckItemStateOnCard');
	await dialog.getByRole('button', { name: 'Buka papan' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Simple Project Board' })).toBeVisible();
	await expect(
		page
			.getByText('wow, that’s a nice simple project board')
			.or(page.getByText("wow, that's a nice simple project board"))
	).toBeVisible();

	await page.goto(`${server.home}/boards`);
	const again = await openFromBoards(page);
	const other = readFileSync(join(fixtures, 'web-development.json'));
	await again.locator('input[type=file]').setInputFiles(json('papan.json', other));
	await again.getByRole('button', { name: 'Urungkan impor' }).click();
	await expect(again).toBeHidden();
	await expect(page.locator('main').getByRole('link', { name: /Simple Project Board/ })).toBeVisible();
	await expect(page.locator('main').getByRole('link', { name: /Web Development/ })).toHaveCount(0);
});

test('from a folder on a phone 200 cards come, and another file is refused in words', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await enter(page, server, 'dimas', `/f/x-${server.demo.folderIds['Operasional'] ?? ''}`);
	await page.locator('main h1 + button').click();
	await page.getByRole('menuitem', { name: 'Impor dari Trello…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Dari Trello' });
	const file = dialog.locator('input[type=file]');
	await file.setInputFiles(json('catatan.json', Buffer.from('{"a":1}')));
	await expect(dialog).toContainText('Ini bukan papan Trello.');
	await file.setInputFiles(json('senja.json', Buffer.from(largeTrelloBoard())));
	await expect(dialog).toContainText('200 tugas', { timeout: 20_000 });
	await expect(dialog).toContainText('600 komentar');
	await dialog.getByRole('button', { name: 'Buka papan' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Rilis Senja' })).toBeVisible();
});

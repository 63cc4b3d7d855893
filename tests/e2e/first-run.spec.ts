import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process.ts';

let dataDir: string;
let server: ServerProcess;

test.beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'rapi-start-'));
	server = await startServerProcess({ RAPI_DATA: dataDir, PORT: String(await freePort()) });
});

test.afterEach(async () => {
	await server.end('SIGTERM');
	rmSync(dataDir, { recursive: true, force: true });
});

/** The link that the terminal shows while there is no owner. */
async function setUpLink(): Promise<string> {
	await expect.poll(() => server.output()).toContain('/start?token=');
	return /http\S+\/start\?token=\S+/.exec(server.output())?.[0] ?? '';
}

async function becomeOwner(page: Page): Promise<void> {
	await page.goto(await setUpLink());
	await page.getByLabel('Nama usaha').fill('Toko Uji');
	await page.getByLabel('Nama Anda').fill('Wulan Prameswari');
	await page.getByLabel('E-mail').fill('wulan@toko.example');
	await page.getByLabel('Kata sandi', { exact: true }).fill('burung camar di pantai selatan');
	await page.getByRole('button', { name: 'Buat ruang kerja' }).click();
	await page.waitForURL('**/start/process?w=toko-uji');
}

test('the printed link leads to a workspace with a first SOP and an invitation that works once', async ({
	page,
	browser
}) => {
	await becomeOwner(page);
	await page.getByLabel('Kirim pesanan').check();
	await page.getByRole('button', { name: 'Buat SOP pertama' }).click();
	await page.waitForURL('**/start/invite?w=toko-uji');
	await page.getByLabel('E-mail').fill('rara@toko.example');
	await page.getByRole('button', { name: 'Undang orang' }).click();
	const invitation = await page.getByLabel('Salin tautan').inputValue();
	await page.getByRole('link', { name: 'Buka ruang kerja' }).click();
	await expect(page.getByText('Kirim pesanan sebelum pukul 15.00').first()).toBeVisible();

	const other = await browser.newPage();
	await other.goto(invitation);
	await expect(other.getByText('Wulan Prameswari mengundang Anda ke Toko Uji.')).toBeVisible();
	await other.getByLabel('Nama Anda').fill('Rara Kusumaningtyas');
	await other.getByLabel('Kata sandi', { exact: true }).fill('kucing tidur di atas meja');
	await other.getByRole('button', { name: 'Gabung ke ruang kerja' }).click();
	await expect(other.getByText('Kirim pesanan sebelum pukul 15.00').first()).toBeVisible();

	await other.goto(invitation);
	await expect(other.getByRole('heading', { name: 'Undangan ini tidak berlaku' })).toBeVisible();
});

test('the printed link works once, and every step after the account can be skipped', async ({ page }) => {
	const link = await setUpLink();
	await becomeOwner(page);
	await page.getByRole('link', { name: 'Lewati langkah ini' }).click();
	await page.waitForURL('**/start/invite?w=toko-uji');
	await page.getByRole('link', { name: 'Lewati langkah ini' }).click();
	await page.waitForURL('**/toko-uji');
	await page.goto(link);
	await expect(page.getByRole('heading', { name: 'Tautan penyiapan ini tidak berlaku' })).toBeVisible();
});

test('a weak password is refused in place and nothing typed is lost', async ({ page }) => {
	await page.goto(await setUpLink());
	await page.getByLabel('Nama usaha').fill('Toko Uji');
	await page.getByLabel('Nama Anda').fill('Wulan');
	await page.getByLabel('E-mail').fill('wulan@toko.example');
	await page.getByLabel('Kata sandi', { exact: true }).fill('pendek');
	await page.getByRole('button', { name: 'Buat ruang kerja' }).click();
	await expect(page.getByText('Kata sandi ini kurang dari 12 karakter.')).toBeVisible();
	await expect(page.getByLabel('Kata sandi', { exact: true })).toBeFocused();
	await expect(page.getByLabel('Nama usaha')).toHaveValue('Toko Uji');
});

test('before there is an owner the bare address and signing in explain where the link is', async ({
	page
}) => {
	for (const path of ['/', '/signin']) {
		await page.goto(new URL(path, await setUpLink()).href);
		await expect(page.getByRole('heading', { name: 'Rapi siap disiapkan' })).toBeVisible();
		await expect(page.getByText('Lihat terminal tempat Rapi dijalankan.')).toBeVisible();
	}
});

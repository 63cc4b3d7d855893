import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

/** A whole picture, as a browser draws it. */
const onePixel = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
	'base64'
);
let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

function markdown(name: string, text: string) {
	return { name, mimeType: 'text/markdown', buffer: Buffer.from(text) };
}

test('Markdown files brought into a folder stand there, and what was not carried is told', async ({
	page
}) => {
	await enter(page, server, 'dimas', `/f/x-${server.demo.folderIds['Operasional'] ?? ''}`);
	await page.locator('main h1 + button').click();
	await page.getByRole('menuitem', { name: 'Impor Markdown…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Impor ke Operasional' });
	await dialog
		.locator('input[type=file]:not([webkitdirectory])')
		.setInputFiles([
			markdown('rak.md', '# Susun rak\n\nLihat [label](label.md).\n\n<video src="a.mp4"></video>'),
			markdown('label.md', '# Cetak label\n\nDua lembar.')
		]);
	await expect(dialog).toContainText('2 halaman dan 0 folder dibuat.');
	await expect(dialog).toContainText('1 tautan menuju halaman yang diimpor.');
	await dialog.getByText('Kode HTML').click();
	await expect(dialog).toContainText('rak.md, baris 5');
	await dialog.getByRole('button', { name: 'Tutup' }).last().click();
	await page
		.locator('main')
		.getByRole('link', { name: /Susun rak/ })
		.click();
	await expect(page.locator('article')).toContainText('Lihat label.');
});

test('a zip becomes folders from the settings, and something else is refused in words', async ({ page }) => {
	await enter(page, server, 'wulan', '/settings/device');
	await page.getByRole('button', { name: 'Impor Markdown…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Impor ke ruang kerja' });
	const files = dialog.locator('input[type=file]:not([webkitdirectory])');
	await files.setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
	await expect(dialog).toContainText('Berkas ini tidak bisa diimpor.');
	const zip = Buffer.from(zipSync({ 'Gudang lama/stok.md': strToU8('# Stok lama\n\nSisa.') }));
	await files.setInputFiles({ name: 'catatan.zip', mimeType: 'application/zip', buffer: zip });
	await expect(dialog).toContainText('1 halaman dan 1 folder dibuat.');
	await expect(dialog).toContainText('Semuanya terbawa.');
	await expect(page.getByRole('treeitem', { name: /Gudang lama$/, includeHidden: true })).toHaveCount(1);
});

test('a folder from this computer comes with its pictures', async ({ page }) => {
	const folder = join(mkdtempSync(join(tmpdir(), 'rapi-import-')), 'Buku toko');
	mkdirSync(join(folder, 'foto'), { recursive: true });
	writeFileSync(join(folder, 'rak.md'), '# Foto rak\n\n![Rak depan](foto/rak.png)');
	writeFileSync(join(folder, 'foto', 'rak.png'), onePixel);
	writeFileSync(join(folder, 'nota.pdf'), 'bukan catatan');
	await enter(page, server, 'dimas', '/settings/device');
	await page.getByRole('button', { name: 'Impor Markdown…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Impor ke ruang kerja' });
	await dialog.locator('input[webkitdirectory]').setInputFiles(folder);
	await expect(dialog).toContainText('1 halaman dan 1 folder dibuat.');
	await expect(dialog).toContainText('Semuanya terbawa.');
	rmSync(dirname(folder), { recursive: true });
	await dialog.getByRole('button', { name: 'Tutup' }).last().click();
	await page.goto(`${server.home}/f`);
	await page
		.locator('main')
		.getByRole('link', { name: /Buku toko/ })
		.click();
	await page
		.locator('main')
		.getByRole('link', { name: /Foto rak/ })
		.click();
	const picture = page.locator('article img[alt="Rak depan"]');
	await expect(picture).toHaveJSProperty('naturalWidth', 1);
});

test('without a connection nothing can be chosen, and why is told', async ({ page, context }) => {
	await enter(page, server, 'wulan', '/settings/device');
	await page.getByRole('button', { name: 'Impor Markdown…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Impor ke ruang kerja' });
	await expect(dialog.getByRole('button', { name: 'Pilih berkas…' })).toBeEnabled();
	await context.setOffline(true);
	await server.stop();
	await expect(dialog).toContainText('Impor perlu koneksi');
	await expect(dialog.getByRole('button', { name: 'Pilih berkas…' })).toBeDisabled();
});

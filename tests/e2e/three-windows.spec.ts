import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
let profile: string;
test.beforeEach(async () => {
	server = await startDemoServer();
	profile = mkdtempSync(join(tmpdir(), 'rapi-profile-'));
});
test.afterEach(async () => {
	await server.close();
	rmSync(profile, { recursive: true, force: true });
});

const boardName = 'Rilis koleksi Senja';
const slot = 'Konfirmasi slot pickup kurir untuk hari rilis';
const label = 'Revisi label kemasan serum 20 ml';
const stock = 'Siapkan stok awal 240 pcs di rak B2';

function boardPath(): string {
	return `/boards/x-${server.demo.boardIds[boardName] ?? ''}`;
}

async function openWindow(browser: Browser, as: CastName): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	await enter(page, server, as, boardPath());
	await expect(column(page, 'Dikerjakan')).toBeVisible();
	return page;
}

/** A phone-wide browser in a process of its own, with what it kept from the last time. */
async function startPhone(offline: boolean): Promise<BrowserContext> {
	const { launchOptions, locale, timezoneId } = test.info().project.use;
	const context = await chromium.launchPersistentContext(profile, {
		...launchOptions,
		...(locale && { locale }),
		...(timezoneId && { timezoneId }),
		viewport: { width: 390, height: 844 }
	});
	context.setDefaultTimeout(15_000);
	await context.setOffline(offline);
	return context;
}

function column(page: Page, name: string) {
	return page.getByRole('region', { name: new RegExp(`^${name}, `) });
}

function card(page: Page, title: string) {
	return page.getByRole('link', { name: title, exact: true });
}

function panelOf(page: Page) {
	return page.getByRole('complementary', { name: 'Tugas', exact: true });
}

async function openCard(page: Page, title: string) {
	await card(page, title).focus();
	await page.keyboard.press('Enter');
	await expect(panelOf(page).getByRole('textbox', { name: 'Judul tugas' })).toHaveValue(title);
	await expect(panelOf(page).getByRole('textbox', { name: 'Tulis komentar' })).toBeVisible();
	return panelOf(page);
}

async function closeCard(page: Page) {
	await panelOf(page).getByRole('button', { name: 'Tutup' }).click();
	await expect(panelOf(page)).toBeHidden();
}

async function giveDue(page: Page, day: string) {
	await page.keyboard.press('d');
	await page.keyboard.type(day);
	await page.keyboard.press('Enter');
}

async function comment(page: Page, words: string) {
	await panelOf(page).getByRole('textbox', { name: 'Tulis komentar' }).fill(words);
	await page.keyboard.press('Control+Enter');
	await expect(panelOf(page).getByText(words)).toBeVisible();
}

/** A narrow board draws the columns that are near: its chips lead to the others. */
async function show(page: Page, name: string) {
	await expect(column(page, name)).toBeAttached();
	const chip = page.getByRole('group', { name: 'Ke kolom' }).getByRole('button', { name });
	if (!(await chip.isVisible())) return;
	await chip.click();
	await expect(column(page, name)).toBeInViewport();
}

async function expectIn(page: Page, title: string, name: string) {
	await show(page, name);
	await expect(column(page, name).getByRole('link', { name: title })).toBeAttached();
}

async function giveStatus(page: Page, title: string, from: string, digit: string, to: string) {
	await expectIn(page, title, from);
	await card(page, title).focus();
	await page.keyboard.press('s');
	await page.keyboard.press(digit);
	await expectIn(page, title, to);
}

async function saved(page: Page) {
	await expect(page.locator('[data-sync=saved]').first()).toBeAttached({ timeout: 20_000 });
}

/** The rows of the board's folder as this window's device wrote them down, but for one's own notices. */
function rowsHere(page: Page): Promise<string[]> {
	return page.evaluate(async (folderId) => {
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const opening = indexedDB.open(names.find((name) => name.startsWith('rapi-workspace-')) ?? '');
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(new Error('The database could not be opened.'));
		});
		const reading = database.transaction('rows').objectStore('rows').index('folderId').getAll(folderId);
		const rows = await new Promise<{ noun: string; text: string }[]>((resolve) => {
			reading.onsuccess = () => resolve(reading.result as { noun: string; text: string }[]);
		});
		database.close();
		return rows
			.filter(({ noun }) => noun !== 'notices')
			.map(({ noun, text }) => `${noun} ${JSON.stringify(Object.entries(JSON.parse(text) as object).sort())}`)
			.sort();
	}, server.demo.folderIds['Pemasaran'] ?? '');
}

async function expectEqual(pages: Page[]) {
	for (const page of pages) await saved(page);
	await expect
		.poll(async () => new Set((await Promise.all(pages.map(rowsHere))).map((rows) => rows.join('\n'))).size)
		.toBe(1);
	expect((await rowsHere(pages[0] as Page)).filter((row) => row.startsWith('tasks ')).length).toBeGreaterThan(
		10
	);
}

test('two windows and a phone that restarts offline end equal, with every conflict told', async ({
	browser
}) => {
	test.setTimeout(180_000);
	const wulan = await openWindow(browser, 'wulan');
	const rara = await openWindow(browser, 'rara');
	const first = await startPhone(false);
	const before = await first.newPage();
	await enter(before, server, 'dimas', boardPath());
	await before.evaluate(async () => void (await navigator.serviceWorker.ready));
	await saved(before);
	await first.close();

	const second = await startPhone(true);
	const dimas = await second.newPage();
	await dimas.goto(server.home + boardPath(), { waitUntil: 'commit' });
	await giveStatus(dimas, slot, 'Dikerjakan', '4', 'Terhambat');
	await giveStatus(dimas, stock, 'Belum mulai', '2', 'Dikerjakan');
	await openCard(dimas, label);
	await giveDue(dimas, '27/11/2030');
	await comment(dimas, 'Dari pasar: tutupnya sudah dipesan.');
	await expect(dimas.locator('[data-sync=offlineUnsent]').first()).toContainText('4 perubahan');
	await second.close();

	await giveStatus(rara, slot, 'Dikerjakan', '5', 'Selesai');
	await openCard(wulan, label);
	await giveDue(wulan, '25/11/2030');
	await comment(wulan, 'Dari toko: labelnya menyusul.');
	await saved(rara);
	await saved(wulan);

	const third = await startPhone(true);
	const again = await third.newPage();
	await again.goto(server.home + boardPath(), { waitUntil: 'commit' });
	await expectIn(again, slot, 'Terhambat');
	await expectIn(again, stock, 'Dikerjakan');
	await expect(again.locator('[data-sync=offlineUnsent]').first()).toContainText('4 perubahan');
	const his = await openCard(again, label);
	await expect(his.getByText('Dari pasar: tutupnya sudah dipesan.')).toBeVisible();
	await third.setOffline(false);
	await again.evaluate(() => window.dispatchEvent(new Event('online')));

	await expectEqual([again, wulan, rara]);
	for (const page of [again, wulan]) {
		await expect(panelOf(page).getByText('Dari pasar: tutupnya sudah dipesan.')).toBeVisible();
		await expect(panelOf(page).getByText('Dari toko: labelnya menyusul.')).toBeVisible();
		await expect(panelOf(page).getByRole('button', { name: /^Tenggat: 27\sNov/ })).toBeVisible();
	}
	await expect(
		panelOf(wulan).getByText(/Dimas Nugroho mengganti tenggat ke 27\sNov\s2030\. Punya Anda: 25\sNov/)
	).toBeVisible();
	const hers = await openCard(rara, slot);
	await expect(
		hers.getByText(/Dimas Nugroho mengganti status ke Terhambat\. Punya Anda: Selesai/)
	).toBeVisible();
	await hers.getByRole('button', { name: 'Pakai punya saya' }).click();
	await expect(hers.getByText('Punya Anda')).toBeHidden();
	for (const page of [again, wulan, rara]) {
		await closeCard(page);
		await expectIn(page, slot, 'Selesai');
	}
	await expectEqual([again, wulan, rara]);
	await third.close();
});

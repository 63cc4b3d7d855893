import { expect, test, type Browser, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { holdWrites } from '../support/hold-writes.ts';
import { signInAs } from '../support/screens.ts';

let server: DemoServer;

test.beforeEach(async () => {
	server = await startDemoServer();
});
test.afterEach(() => server.close());

const slot = 'Konfirmasi slot pickup kurir untuk hari rilis';

async function openBoard(page: Page, as: CastName = 'wulan', name = 'Rilis koleksi Senja') {
	await signInAs(page, server, as);
	await page.goto(`${server.home}/boards/x-${server.demo.boardIds[name] ?? ''}`);
	await page.getByRole('heading', { level: 1, name }).waitFor({ state: 'attached' });
	await page.locator('[data-sync=saved]').waitFor();
}

function column(page: Page, name: string) {
	return page.getByRole('region', { name: new RegExp(`^${name}, `) });
}

function cards(page: Page, name: string) {
	return column(page, name).getByRole('listitem').getByRole('link');
}

function card(page: Page, title: string) {
	return page.getByRole('link', { name: title, exact: true });
}

function spoken(page: Page) {
	return page.locator('[aria-live=polite]').first();
}

async function boxOf(page: Page, title: string) {
	const box = await page.locator('[data-card]', { hasText: title }).boundingBox();
	if (!box) throw new Error(`${title} is not shown`);
	return box;
}

/** Takes a card with the mouse and holds it over the middle of another. */
async function dragOver(page: Page, title: string, over: string, part = 0.25) {
	const from = await boxOf(page, title);
	const to = await boxOf(page, over);
	await page.mouse.move(from.x + 40, from.y + 12);
	await page.mouse.down();
	await page.mouse.move(from.x + 48, from.y + 16);
	await page.mouse.move(to.x + 60, to.y + to.height * part, { steps: 6 });
}

async function otherWindow(browser: Browser, as: CastName): Promise<Page> {
	const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta' });
	const page = await context.newPage();
	await openBoard(page, as);
	return page;
}

test('a card is dragged to an exact place, opens nothing, comes back by undo, and stays after a reload', async ({
	page
}) => {
	await openBoard(page);
	await dragOver(page, slot, 'Harga jual paket Senja: Rp 329.000');
	await page.mouse.up();
	await expect(cards(page, 'Menunggu persetujuan').nth(1)).toHaveText(slot);
	expect(page.url()).not.toContain('t=');
	await page.getByRole('button', { name: 'Urungkan' }).click();
	await expect(cards(page, 'Dikerjakan').nth(1)).toHaveText(slot);
	await dragOver(page, slot, 'Harga jual paket Senja: Rp 329.000', 0.8);
	await page.mouse.up();
	await expect(cards(page, 'Menunggu persetujuan').nth(2)).toHaveText(slot);
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
	await page.reload();
	await expect(cards(page, 'Menunggu persetujuan').nth(2)).toHaveText(slot);
});

test('Escape returns a card that the mouse carries', async ({ page }) => {
	await openBoard(page);
	await dragOver(page, slot, 'Harga jual paket Senja: Rp 329.000');
	await expect(column(page, 'Menunggu persetujuan').locator('.slot')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.slot')).toHaveCount(0);
	await page.mouse.up();
	await expect(cards(page, 'Dikerjakan').nth(1)).toHaveText(slot);
});

test('with the keyboard alone a card is found, moved, lifted, dropped, given a status and trashed', async ({
	page
}) => {
	await openBoard(page);
	await page.getByRole('button', { name: 'Tambah tugas ke Belum mulai' }).focus();
	await page.keyboard.press('Tab');
	await expect(card(page, 'Foto flat lay 6 warna rok plisket')).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowDown');
	await expect(card(page, slot)).toBeFocused();

	await page.keyboard.press('Shift+ArrowRight');
	await expect(cards(page, 'Menunggu persetujuan').nth(1)).toHaveText(slot);
	await expect(card(page, slot)).toBeFocused();
	await expect(spoken(page)).toHaveText(`${slot} dipindah ke Menunggu persetujuan, posisi 2 dari 4.`);
	await page.keyboard.press('Shift+ArrowUp');
	await expect(cards(page, 'Menunggu persetujuan').nth(0)).toHaveText(slot);
	await expect(card(page, slot)).toBeFocused();
	await expect(spoken(page)).toHaveText(`${slot} dipindah ke Menunggu persetujuan, posisi 1 dari 4.`);

	await page.keyboard.press(' ');
	await expect(spoken(page)).toContainText('Diangkat.');
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('End');
	await expect(spoken(page)).toContainText('Dikerjakan, posisi 3 dari 3');
	await page.keyboard.press('Escape');
	await expect(cards(page, 'Menunggu persetujuan').nth(0)).toHaveText(slot);
	await page.keyboard.press(' ');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press(' ');
	await expect(cards(page, 'Terhambat').nth(0)).toHaveText(slot);
	await expect(card(page, slot)).toBeFocused();

	await page.keyboard.press('s');
	await expect(page.getByRole('menuitemradio', { name: 'Selesai' })).toBeVisible();
	await page.keyboard.press('5');
	await expect(cards(page, 'Selesai').nth(0)).toHaveText(slot);
	await expect(card(page, slot)).toBeFocused();
	await page.keyboard.press('Control+z');
	await expect(cards(page, 'Terhambat').nth(0)).toHaveText(slot);
	await expect(card(page, slot)).toBeFocused();
	await page.keyboard.press('Delete');
	await expect(card(page, slot)).toHaveCount(0);
	await expect(card(page, 'Kirim ulang 12 pesanan salah ukuran')).toBeFocused();
});

test('letters on a card change its day, people, labels and priority, note a blocker, and follow', async ({
	page
}) => {
	await openBoard(page);
	const skirt = 'Foto flat lay 6 warna rok plisket';
	const box = page.locator('[data-card]').filter({ hasText: skirt });
	await card(page, skirt).focus();
	await page.keyboard.press('d');
	await page.keyboard.type('besok');
	await page.keyboard.press('Enter');
	await expect(box).toContainText('Besok');
	await expect(card(page, skirt)).toBeFocused();
	await page.keyboard.press('a');
	await page.keyboard.type('bayu');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(box.getByRole('img', { name: /Bayu/ })).toBeVisible();
	await expect(card(page, skirt)).toBeFocused();
	await page.keyboard.press('l');
	await page.keyboard.type('butik');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(box).toContainText('butik');
	await page.keyboard.press('p');
	await page.keyboard.press('1');
	await expect(box).toContainText('Mendesak');
	await expect(card(page, skirt)).toBeFocused();
	await page.keyboard.press('b');
	await page.keyboard.type('Menunggu kain');
	await page.keyboard.press('Control+Enter');
	await expect(box).toContainText('Menunggu kain');
	await expect(card(page, skirt)).toBeFocused();
	await page.keyboard.press('f');
	await expect(page.getByText(/mengikuti tugas ini/).first()).toBeVisible();
});

test('the help names the keys of the screen that it is opened on', async ({ page }) => {
	await openBoard(page);
	const help = page.getByRole('dialog', { name: 'Pintasan papan ketik' });
	await page.keyboard.press('?');
	await expect(help.getByRole('heading', { name: 'Di papan, pada satu kartu' })).toBeVisible();
	await page.keyboard.press('Escape');
	await card(page, slot).click();
	await page.getByRole('textbox', { name: 'Judul tugas' }).waitFor();
	await page.keyboard.press('?');
	await expect(help.getByRole('heading', { name: 'Di tugas yang terbuka' })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await page.getByRole('radio', { name: 'Daftar' }).check();
	await page.keyboard.press('?');
	await expect(help.getByRole('heading', { name: 'Di daftar, pada satu baris' })).toBeVisible();
	await expect(help.getByRole('heading', { name: 'Di papan, pada satu kartu' })).toHaveCount(0);
});

test('C adds a task in the column of the card, and several chosen cards move as one change', async ({
	page
}) => {
	await openBoard(page);
	await card(page, slot).focus();
	await page.keyboard.press('c');
	await page.keyboard.type('Pesan lakban');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(cards(page, 'Dikerjakan').last()).toHaveText('Pesan lakban');

	await card(page, 'Pesan lakban').focus();
	await page.keyboard.press('x');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('x');
	await expect(page.getByRole('toolbar', { name: '2 tugas dipilih' })).toBeVisible();
	await page.keyboard.press('Shift+ArrowLeft');
	await expect(column(page, 'Belum mulai')).toHaveAccessibleName('Belum mulai, 7');
	await page.keyboard.press('Control+z');
	await expect(column(page, 'Belum mulai')).toHaveAccessibleName('Belum mulai, 5');
	await expect(column(page, 'Dikerjakan')).toHaveAccessibleName('Dikerjakan, 4');
});

test('whoever types a task while a move is written down goes on typing it', async ({ page }) => {
	await openBoard(page);
	await card(page, slot).focus();
	const goOn = await holdWrites(page);
	await page.keyboard.press('Shift+ArrowRight');
	await expect(cards(page, 'Menunggu persetujuan').nth(1)).toHaveText(slot);
	await page.keyboard.press('c');
	await page.keyboard.type('Pesan ');
	await goOn();
	await expect(spoken(page)).toHaveText(`${slot} dipindah ke Menunggu persetujuan, posisi 2 dari 4.`);
	await page.keyboard.type('lakban');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(cards(page, 'Menunggu persetujuan').last()).toHaveText('Pesan lakban');
});

test('without dragging a card is moved from its menu to a column and a place', async ({ page }) => {
	await openBoard(page);
	await card(page, slot).focus();
	await page.keyboard.press('Shift+F10');
	await page.getByRole('menuitem', { name: 'Pindah ke…' }).click();
	await page.getByLabel('Kolom', { exact: true }).selectOption('Selesai');
	await page.getByRole('radio', { name: 'Paling bawah' }).check();
	await page.getByRole('button', { name: 'Pindahkan', exact: true }).click();
	await expect(cards(page, 'Selesai').last()).toHaveText(slot);
	await expect(card(page, slot)).toBeFocused();
});

test('a column is renamed with a limit that turns its head amber, and goes only when it is empty', async ({
	page
}) => {
	await openBoard(page);
	const menu = page.getByRole('button', { name: 'Tindakan untuk kolom Dikerjakan' });
	await menu.click();
	await page.getByRole('menuitem', { name: 'Hapus kolom' }).click();
	await expect(spoken(page)).toHaveText('Masih ada tugas di dalamnya. Pindahkan dulu.');
	await menu.click();
	await page.getByRole('menuitem', { name: 'Nama, jenis, dan batas…' }).click();
	await page.getByLabel('Nama').fill('Sedang jalan');
	await page.getByLabel('Paling banyak tugas sekaligus').fill('2');
	await page.getByRole('button', { name: 'Simpan kolom' }).click();
	await expect(column(page, 'Sedang jalan')).toContainText('3 dari 2');
	await expect(column(page, 'Sedang jalan')).toHaveClass(/over/);
	await page.getByRole('button', { name: 'Tindakan untuk kolom Sedang jalan' }).click();
	await page.getByRole('menuitem', { name: 'Lipat jadi strip' }).click();
	await expect(page.getByRole('button', { name: 'Buka kolom Sedang jalan, 3' })).toBeVisible();
});

test('who may only read sees no controls, and cards do not lift', async ({ page }) => {
	await openBoard(page, 'sarah');
	await expect(
		page.getByRole('main').getByRole('button', { name: /Tambah|Tindakan untuk [^k]/ })
	).toHaveCount(0);
	await dragOver(page, slot, 'Harga jual paket Senja: Rp 329.000');
	await expect(page.locator('.slot')).toHaveCount(0);
	await page.mouse.up();
	await expect(cards(page, 'Dikerjakan').nth(1)).toHaveText(slot);
});

test('two windows see each other’s moves, and a move made offline arrives', async ({ page, browser }) => {
	await openBoard(page);
	const rara = await otherWindow(browser, 'rara');
	await card(page, slot).focus();
	await page.keyboard.press('Shift+ArrowRight');
	await expect(cards(rara, 'Menunggu persetujuan').nth(1)).toHaveText(slot);
	await rara.context().setOffline(true);
	await card(rara, slot).focus();
	await rara.keyboard.press('Shift+ArrowRight');
	await expect(cards(rara, 'Terhambat').nth(1)).toHaveText(slot);
	await rara.context().setOffline(false);
	await expect(cards(page, 'Terhambat').nth(1)).toHaveText(slot);
	await rara.context().close();
});

test('a card that somebody else moves while it is carried is asked about before mine wins', async ({
	page,
	browser
}) => {
	await openBoard(page);
	const rara = await otherWindow(browser, 'rara');
	await dragOver(page, slot, 'Harga jual paket Senja: Rp 329.000');
	await card(rara, slot).focus();
	await rara.keyboard.press('s');
	await rara.getByRole('menuitemradio', { name: 'Terhambat' }).waitFor();
	await rara.keyboard.press('4');
	await expect(
		page.getByText('Rara Kusumaningtyas memindahkan kartu ini ke Terhambat.').first()
	).toBeVisible();
	await page.mouse.up();
	const question = page.getByRole('dialog', { name: `Tetap pindahkan “${slot}” ke Menunggu persetujuan?` });
	await expect(question).toBeVisible();
	await expect(cards(page, 'Terhambat').nth(0)).toHaveText(slot);
	await question.getByRole('button', { name: 'Pindahkan ke Menunggu persetujuan' }).click();
	await expect(cards(rara, 'Menunggu persetujuan').nth(1)).toHaveText(slot);
	await rara.context().close();
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

	/** A finger, by the protocol of the browser: Playwright itself only taps. */
	async function finger(page: Page) {
		const session = await page.context().newCDPSession(page);
		const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
			session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
		return {
			down: (x: number, y: number) => send('touchStart', x, y),
			move: (x: number, y: number) => send('touchMove', x, y),
			up: () => send('touchEnd')
		};
	}

	test('the chosen view is in sight, and the list begins with its first group', async ({ page }) => {
		await openBoard(page);
		await page.goto(`${page.url()}?view=load`);
		await expect(page.getByText('Beban kerja', { exact: true })).toBeInViewport({ ratio: 1 });
		await page.goto(page.url().replace('load', 'list'));
		const [grid, group] = [page.getByRole('grid'), page.getByRole('gridcell', { name: 'Belum mulai 5' })];
		await expect(group).toBeInViewport();
		const words = await group.locator('span').boundingBox();
		expect((words?.y ?? 0) - ((await grid.boundingBox())?.y ?? 0)).toBeLessThan(24);
	});

	test('what a thumb presses on a line of a checklist is large enough', async ({ page }) => {
		await openBoard(page);
		await card(page, 'Foto flat lay 6 warna rok plisket').tap();
		const line = page.getByRole('region', { name: 'Daftar centang' }).getByRole('listitem').first();
		await line.waitFor();
		const targets = [line.locator('label'), ...(await line.getByRole('button').all())];
		for (const target of targets) {
			const { width = 0, height = 0 } = (await target.boundingBox()) ?? {};
			expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
		}
	});

	async function openDoing(page: Page) {
		await openBoard(page);
		await page.getByRole('button', { name: 'Dikerjakan 3' }).tap();
		await expect(page.getByRole('button', { name: 'Dikerjakan 3' })).toHaveAttribute('aria-current', 'true');
		await expect(card(page, slot)).toBeInViewport({ ratio: 1 });
		return { touch: await finger(page), box: await boxOf(page, slot) };
	}

	test('a finger that moves before it holds carries nothing', async ({ page }) => {
		await page.clock.install();
		const { touch, box } = await openDoing(page);
		await touch.down(box.x + 60, box.y + 20);
		await touch.move(box.x + 60, box.y + 60);
		await page.clock.runFor(1_000);
		await expect(page.locator('[data-drop]')).toHaveCount(0);
		await touch.up();
		await expect(cards(page, 'Dikerjakan').nth(1)).toHaveText(slot);
	});

	test('a held card is dropped on one of the five statuses', async ({ page }) => {
		const { touch, box } = await openDoing(page);
		await touch.down(box.x + 60, box.y + 20);
		const cell = page.locator('[data-drop]').nth(4);
		await expect(cell).toBeVisible();
		const target = await cell.boundingBox();
		if (!target) throw new Error('the bar is not shown');
		expect(target.height).toBe(72);
		for (const part of [0.3, 0.6, 1])
			await touch.move(
				box.x + 60 + (target.x + 30 - box.x - 60) * part,
				box.y + 20 + (target.y + 30 - box.y - 20) * part
			);
		await expect(cell).toHaveClass(/over/);
		await touch.up();
		await expect(column(page, 'Selesai')).toHaveAccessibleName('Selesai, 3');
		await page.getByRole('button', { name: 'Selesai 3' }).tap();
		await expect(cards(page, 'Selesai').first()).toHaveText(slot);
		await expect(page.locator('[data-drop]')).toHaveCount(0);
		expect(page.url()).not.toContain('t=');
	});
});

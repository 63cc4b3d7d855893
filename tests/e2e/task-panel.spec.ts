import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { holdWrites } from '../support/hold-writes.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const label = 'Revisi label kemasan serum 20 ml';
const stock = 'Siapkan stok awal 240 pcs di rak B2';
const photos = 'Foto flat lay 6 warna rok plisket';
const live = 'Jadwalkan siaran langsung TikTok, Jumat 19.00';
const fabric = 'Koleksi Lebaran 2027: pilih bahan';

async function openBoard(
	browser: Browser,
	name: CastName,
	size = { width: 1440, height: 900 }
): Promise<Page> {
	const context = await browser.newContext({ viewport: size, locale: 'id-ID' });
	const page = await context.newPage();
	await enter(page, server, name, '/boards');
	await page.getByRole('main').getByRole('link', { name: 'Rilis koleksi Senja' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Rilis koleksi Senja' })).toBeVisible();
	return page;
}

function panelOf(page: Page): Locator {
	return page.getByRole('complementary', { name: 'Tugas', exact: true });
}

async function openCard(page: Page, title: string): Promise<Locator> {
	await page.getByRole('main').getByRole('link', { name: title }).click();
	const panel = panelOf(page);
	await expect(panel.getByRole('textbox', { name: 'Judul tugas' })).toHaveValue(title);
	return panel;
}

async function saved(page: Page) {
	await expect(page.locator('[data-sync=saved]')).toBeVisible();
}

test('a card opens beside its board, the keys change its facts, and Back closes it', async ({ browser }) => {
	const page = await openBoard(browser, 'dimas');
	const panel = await openCard(page, stock);
	await page.keyboard.press('d');
	await expect(page.getByRole('textbox', { name: 'Ketik: besok, jumat 15.00, 25/11' })).toBeFocused();
	await page.keyboard.type('besok 15.00');
	await page.keyboard.press('Enter');
	await expect(panel.getByRole('button', { name: /^Tenggat: Besok\s15\.00/ })).toBeVisible();
	await page.keyboard.press('s');
	await expect(page.getByRole('menu', { name: 'Status' })).toBeVisible();
	await page.keyboard.press('2');
	await expect(panel.getByRole('button', { name: /^Status: Dikerjakan/ })).toBeVisible();
	await page.keyboard.press('p');
	await expect(page.getByRole('menu', { name: 'Prioritas' })).toBeVisible();
	await page.keyboard.press('1');
	await expect(panel.getByRole('button', { name: /^Prioritas: Mendesak/ })).toBeVisible();
	await page.keyboard.press('l');
	await expect(page.getByRole('combobox', { name: 'Label' })).toBeFocused();
	await page.keyboard.type('rak baru');
	await page.keyboard.press('Enter');
	await expect(panel.getByRole('button', { name: /^Label: rak baru/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel).toBeVisible();
	await page.goBack();
	await expect(panel).toBeHidden();
	await openCard(page, stock);
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();
});

test('letters typed right behind the key that opens a fact reach its field or its list', async ({
	browser
}) => {
	const page = await openBoard(browser, 'dimas');
	const panel = await openCard(page, photos);
	/** The keys of a fast hand: the page gets no turn between them. */
	const typeAtOnce = (keys: string) => Promise.all([...keys].map((key) => page.keyboard.press(key)));
	await typeAtOnce('dlusa');
	await expect(page.getByRole('textbox', { name: 'Ketik: besok, jumat 15.00, 25/11' })).toHaveValue('lusa');
	await page.keyboard.press('Escape');
	await typeAtOnce('lkain');
	await expect(page.getByRole('combobox', { name: 'Label' })).toHaveValue('kain');
	await page.keyboard.press('Escape');
	await typeAtOnce('bsampel');
	await expect(page.getByRole('textbox', { name: 'Apa yang menghambat?' })).toHaveValue('sampel');
	await page.keyboard.press('Escape');
	await typeAtOnce('p1');
	await expect(panel.getByRole('button', { name: /^Prioritas: Mendesak/ })).toBeVisible();
	await typeAtOnce('s3');
	await expect(panel.getByRole('button', { name: /^Status: Menunggu persetujuan/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(panel).toBeHidden();
});

test('a task has a page of its own, and one that nobody has says so', async ({ browser }) => {
	const page = await openBoard(browser, 'dimas');
	await openCard(page, photos);
	const id = new URL(page.url()).searchParams.get('t') ?? '';
	await page.goto(`${server.home}/t/${id}`);
	await expect(page.getByRole('heading', { level: 1, name: photos })).toBeVisible();
	await page.goto(`${server.home}/t/00000000-0000-7000-8000-000000000000`);
	await expect(page.getByRole('heading', { name: 'Anda tidak bisa membuka halaman ini' })).toBeVisible();
	await page.goto(`${server.home}/boards?t=00000000-0000-7000-8000-000000000000`);
	await expect(panelOf(page).getByText('Anda tidak bisa membuka halaman ini')).toBeVisible();
});

test('whoever mentions somebody who cannot see the task is told before sending', async ({ browser }) => {
	const page = await openBoard(browser, 'dimas');
	const panel = await openCard(page, label);
	const field = panel.getByRole('textbox', { name: 'Tulis komentar' });
	await field.click();
	await page.keyboard.type('Tolong @rara');
	await page.keyboard.press('Enter');
	await expect(field).toHaveValue('Tolong @Rara Kusumaningtyas ');
	await expect(panel.getByText('tidak bisa melihat tugas ini')).toBeHidden();
	await page.keyboard.type('dan @melati');
	await page.keyboard.press('Enter');
	await expect(
		panel.getByText('Melati Sihombing tidak bisa melihat tugas ini dan tidak akan diberi tahu.')
	).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(panel.getByText('Tolong @Rara Kusumaningtyas dan @Melati Sihombing')).toBeVisible();
	await expect(field).toHaveValue('');
});

test('a checklist grows by Enter and by pasting, and is ticked and ordered by keys', async ({ browser }) => {
	const page = await openBoard(browser, 'dimas');
	const panel = await openCard(page, live);
	const list = panel.getByRole('region', { name: 'Daftar centang' });
	const add = list.getByRole('textbox', { name: 'Tambah butir' });
	await add.click();
	await page.keyboard.type('Naskah');
	await page.keyboard.press('Enter');
	await add.evaluate((field) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', '- Lampu\n- Kamera\n');
		field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
	});
	const lines = list.getByRole('textbox', { name: /^Butir:/ });
	await expect(lines).toHaveCount(3);
	await expect(add).toBeFocused();
	await page.keyboard.press('Control+z');
	await expect(lines).toHaveCount(1);
	await expect(add).toBeFocused();
	await page.keyboard.press('Control+Shift+z');
	await expect(lines).toHaveCount(3);
	await list.getByRole('button', { name: /^Pindahkan Kamera/ }).focus();
	await page.keyboard.press('ArrowUp');
	await expect(lines.nth(1)).toHaveValue('Kamera');
	await list.getByRole('checkbox', { name: 'Selesai: Naskah' }).check();
	await expect(list.getByText('1/3')).toBeVisible();
	await saved(page);
});

test('a blocker that two tasks wait for frees both when it is solved', async ({ browser }) => {
	const page = await openBoard(browser, 'intan');
	const panel = await openCard(page, photos);
	await page.keyboard.press('b');
	await page.getByRole('textbox', { name: 'Apa yang menghambat?' }).fill('Sampel warna belum datang');
	await page.getByRole('button', { name: 'Catat hambatan' }).last().click();
	await expect(panel.getByText('hanya tugas ini yang menunggu')).toBeVisible();
	await page.keyboard.press('Escape');
	await openCard(page, fabric);
	await page.keyboard.press('b');
	await page.getByRole('button', { name: 'Sampel warna belum datang' }).click();
	await expect(panel.getByText('2 tugas menunggu hal yang sama')).toBeVisible();
	const cards = page.getByRole('main').getByText('Sampel warna belum datang');
	await expect(cards).toHaveCount(2);
	const waiting = panel.getByRole('list', { name: 'Juga menunggu' });
	await expect(waiting.getByRole('link', { name: photos })).toBeVisible();
	await panel.getByRole('button', { name: 'Ubah hambatan' }).click();
	await page.getByRole('textbox', { name: 'Apa yang menghambat?' }).fill('Warna ketiga belum datang');
	await page.getByLabel('Siapa yang bisa membuka?').selectOption('Wulan Prameswari');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('main').getByText('Warna ketiga belum datang')).toHaveCount(2);
	await expect(panel.getByText('Wulan Prameswari bisa membuka')).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(cards).toHaveCount(2);
	await panel.getByRole('button', { name: 'Sudah teratasi' }).click();
	await expect(cards).toHaveCount(0);
});

test('a description written offline is there for the others after coming back', async ({ browser }) => {
	const page = await openBoard(browser, 'dimas');
	// From then on the parts of the app come from this device.
	await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
	const panel = await openCard(page, fabric);
	await page.context().setOffline(true);
	await panel.getByRole('button', { name: 'Tulis deskripsi' }).click();
	const text = panel.getByRole('textbox', { name: 'Isi dokumen' });
	await text.click();
	expect((await text.boundingBox())?.height).toBeLessThan(120);
	await page.keyboard.type('Bahan yang adem, tidak menerawang.');
	await page.context().setOffline(false);
	await saved(page);

	const other = await openBoard(browser, 'intan');
	const theirs = await openCard(other, fabric);
	await expect(theirs.getByText('Bahan yang adem, tidak menerawang.')).toBeVisible();
});

test('whoever was overruled while offline is told, and can take their own value back', async ({
	browser
}) => {
	const dimas = await openBoard(browser, 'dimas');
	const intan = await openBoard(browser, 'intan');
	const hers = await openCard(intan, label);
	await intan.context().setOffline(true);
	await intan.keyboard.press('d');
	await intan.keyboard.type('27/11/2030');
	await intan.keyboard.press('Enter');

	const his = await openCard(dimas, label);
	await dimas.keyboard.press('d');
	await dimas.keyboard.type('25/11/2030');
	await dimas.keyboard.press('Enter');
	await expect(his.getByRole('button', { name: /^Tenggat: 25\sNov/ })).toBeVisible();
	await saved(dimas);
	await intan.context().setOffline(false);

	await expect(
		his.getByText(/Intan Maharani mengganti tenggat ke 27\sNov\s2030\. Punya Anda: 25\sNov/)
	).toBeVisible();
	await his.getByRole('button', { name: 'Pakai punya saya' }).click();
	await expect(hers.getByRole('button', { name: /^Tenggat: 25\sNov/ })).toBeVisible();
	await expect(his.getByText('Punya Anda')).toBeHidden();
});

test('an answer that is begun while another is written down stays open', async ({ browser }) => {
	const page = await openBoard(browser, 'dimas');
	const panel = await openCard(page, label);
	const answer = panel.getByRole('button', { name: 'Balas', exact: true });
	await answer.first().click();
	await panel.getByRole('textbox', { name: /^Balas Intan/ }).fill('Saya cek.');
	const goOn = await holdWrites(page);
	await page.keyboard.press('Control+Enter');
	await expect(panel.getByText('Saya cek.', { exact: true })).toBeVisible();
	await answer.first().click();
	const second = panel.getByRole('textbox', { name: /^Balas Nadia/ });
	await second.fill('Terima kasih.');
	await goOn();
	await saved(page);
	await expect(second).toHaveValue('Terima kasih.');
	await page.context().close();
});

import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

/** Collects what any document of this page was refused by its policy, across navigations. */
async function watchViolations(page: Page): Promise<string[]> {
	const seen: string[] = [];
	await page.exposeFunction('noteViolation', (text: string) => seen.push(text));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
			noteViolation(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
		});
	});
	return seen;
}

test('no screen does what its own policy forbids', async ({ page }) => {
	const violations = await watchViolations(page);
	const { email, password } = server.signIn('wulan');
	await page.goto(`${server.url}/signin`);
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Kata sandi', { exact: true }).fill(password);
	await page.getByLabel('Kata sandi', { exact: true }).press('Enter');
	await page.waitForURL(server.home);

	await page.locator('a[href*="/f/"]', { hasText: 'Template' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Template' })).toBeVisible();
	await page.getByRole('main').getByRole('button', { name: 'SOP baru' }).click();
	await expect(page.getByRole('textbox', { name: 'Isi dokumen' })).toBeVisible();
	await page.getByRole('textbox', { name: 'Isi dokumen' }).click();
	await page.keyboard.type('Buka toko');
	await page.getByRole('textbox', { name: 'Isi dokumen' }).evaluate((box) => {
		const data = new DataTransfer();
		data.setData(
			'text/html',
			'<html><head><style>p.MsoNormal{color:red}</style></head><body><p class=MsoNormal><b>Cek</b></p></body></html>'
		);
		box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
	});
	await expect(page.locator('strong')).toHaveText('Cek');
	await expect(page.locator('[data-sync=saved]')).toBeVisible();

	await page.keyboard.press('Control+k');
	await page.getByRole('combobox').fill('kirim');
	await page.getByRole('option').nth(0).waitFor();

	const workers = await page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope));
	expect(workers).toBe(`${server.url}/`);
	expect(violations).toEqual([]);
});

test('text that nobody has cleaned is refused where it could become a script', async ({ page }) => {
	const violations = await watchViolations(page);
	await page.goto(`${server.url}/signin`);
	const refused = await page.evaluate(() => {
		try {
			document.body.innerHTML = '<img src="/x.png" alt="">';
			return false;
		} catch (error) {
			return error instanceof TypeError;
		}
	});
	expect(refused).toBe(true);
	await expect.poll(() => violations).toEqual([expect.stringContaining('require-trusted-types-for')]);
});

import { expect, test, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});

test.afterAll(() => server.close());

async function tryToSignIn(page: Page, email: string, password: string): Promise<void> {
	await page.getByLabel('E-mail').fill(email);
	await page.getByLabel('Kata sandi', { exact: true }).fill(password);
	await page.getByLabel('Kata sandi', { exact: true }).press('Enter');
}

test('an unknown e-mail and a wrong password get the same answer', async ({ page }) => {
	const { email } = server.signIn('wulan');
	await page.goto(`${server.url}/signin`);
	for (const who of [email, 'nobody@selasar-rona.example']) {
		await tryToSignIn(page, who, 'not the password at all');
		await expect(page.getByText('E-mail atau kata sandi tidak cocok.')).toBeVisible();
		await page.reload();
	}
});

test('the bare address leads to signing in, and back home afterwards', async ({ page }) => {
	const { email, password } = server.signIn('wulan');
	await page.goto(server.url);
	await page.waitForURL('**/signin');
	await tryToSignIn(page, email, password);
	await page.waitForURL(server.home);
});

test('after signing in nobody is sent to another site', async ({ page }) => {
	const { email, password } = server.signIn('wulan');
	await page.goto(`${server.url}/signin?next=//evil.example/`);
	await tryToSignIn(page, email, password);
	await page.waitForURL(server.home);
});

test('too many tries are told how long to wait', async ({ page }) => {
	const { email } = server.signIn('bayu');
	for (let tries = 0; tries < 11; tries++) {
		await page.goto(`${server.url}/signin`);
		await tryToSignIn(page, email, `wrong password number ${tries}`);
		await expect(page.locator('[aria-invalid=true]')).toBeVisible();
	}
	await expect(page.getByText(/Terlalu banyak percobaan\. Coba lagi dalam \d+ menit\./)).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the form signs in, says what was wrong and changes the language', async ({ page, context }) => {
		const { email, password } = server.signIn('rara');
		await page.goto(`${server.url}/signin?next=/${server.demo.slug}`);
		await tryToSignIn(page, 'no address', 'x');
		await expect(page.getByText('Ini bukan alamat e-mail.')).toBeVisible();
		await page.getByRole('button', { name: 'English' }).click();
		await expect(page.getByRole('heading', { name: 'Sign in to Rapi' })).toBeVisible();
		await page.getByLabel('E-mail').fill(email);
		await page.getByLabel('Password', { exact: true }).fill(password);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.waitForURL(server.home);
		const names = (await context.cookies()).filter((cookie) => cookie.httpOnly).map(({ name }) => name);
		expect(names).toEqual(['sid']);
	});
});

import { createECDH, randomBytes } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { enter } from '../support/screens.ts';

let server: DemoServer;
test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

const turnedOn = (page: Page) => page.getByRole('switch', { name: 'Pemberitahuan di perangkat ini' });

/** A browser whose push service answers: Chromium under test has none that it could reach. */
async function givePushService(page: Page): Promise<void> {
	await page.context().grantPermissions(['notifications'], { origin: server.url });
	const browser = createECDH('prime256v1');
	browser.generateKeys();
	const keys = {
		p256dh: browser.getPublicKey('base64url'),
		auth: randomBytes(16).toString('base64url')
	};
	await page.addInitScript((keys) => {
		PushManager.prototype.subscribe = () => {
			const toJSON = () => ({ endpoint: 'https://push.invalid/hp', keys });
			return Promise.resolve({ toJSON } as unknown as PushSubscription);
		};
	}, keys);
}

/** The worker's registration as the browser's own tools name it. */
async function registrationOf(page: Page): Promise<{ cdp: CDPSession; registrationId: string }> {
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	const cdp = await page.context().newCDPSession(page);
	const found = new Promise<string>((resolve) => {
		cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(server.url));
			if (ours) resolve(ours.registrationId);
		});
	});
	await cdp.send('ServiceWorker.enable');
	return { cdp, registrationId: await found };
}

/** The worker's sight of its tabs; this file's own types are a page's. */
interface WorkerClients {
	matchAll(options: { type: 'window' }): Promise<{ postMessage(data: unknown): void }[]>;
}

/** What the browser shows of notices, as its worker knows it. */
function shown(page: Page) {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const notices = await registration.getNotifications();
		return notices.map(({ title, body, tag, data }) => ({ title, body, tag, data: data as unknown }));
	});
}

test('a push shows its notice, the same one again in its place', async ({ page }) => {
	await page.context().grantPermissions(['notifications'], { origin: server.url });
	await enter(page, server, 'yoga');
	await page.locator('[data-sync=saved]').waitFor();
	const { cdp, registrationId } = await registrationOf(page);
	const address = `/${server.demo.slug}/inbox`;
	const message = { title: 'Foto rok plisket', body: 'Ditugaskan kepada Anda', address, tag: 'satu' };
	const data = JSON.stringify(message);
	const notice = { title: message.title, body: message.body, tag: 'satu', data: { address } };
	for (let times = 0; times < 2; times++)
		await cdp.send('ServiceWorker.deliverPushMessage', { origin: server.url, registrationId, data });
	await expect.poll(() => shown(page)).toEqual([notice]);
});

test('a notice that is pressed opens in the tab that has its workspace, without loading it anew', async ({
	page
}) => {
	await enter(page, server, 'yoga');
	await page.locator('[data-sync=saved]').waitFor();
	await registrationOf(page);
	await page.evaluate(() => document.documentElement.setAttribute('data-same-document', ''));
	const [worker] = page.context().serviceWorkers();
	await worker?.evaluate(async (openNotice) => {
		const { clients } = globalThis as unknown as { clients: WorkerClients };
		const [tab] = await clients.matchAll({ type: 'window' });
		tab?.postMessage({ openNotice });
	}, `/${server.demo.slug}/inbox`);
	await expect(page.getByRole('heading', { level: 1, name: 'Kotak masuk' })).toBeVisible();
	await expect(page.locator('html[data-same-document]')).toBeAttached();
});

test('notices are turned on by a press, tried, kept over a reload and turned off', async ({ page }) => {
	await givePushService(page);
	await enter(page, server, 'yoga', '/settings/notices');
	await expect(turnedOn(page)).not.toBeChecked();
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await turnedOn(page).focus();
	await page.keyboard.press('Space');
	await expect(page.getByText('Perangkat ini akan dikabari.').first()).toBeVisible();
	await expect(page.getByRole('listitem').filter({ hasText: 'perangkat ini' })).toContainText('Belum pernah');
	await page.reload();
	await expect(turnedOn(page)).toBeChecked();
	await page.getByRole('button', { name: 'Kirim percobaan' }).click();
	await expect(page.getByText(/^Percobaan tidak diterima/).first()).toBeVisible();
	await turnedOn(page).click();
	await expect(page.getByText('Perangkat ini tidak dikabari lagi.').first()).toBeVisible();
	await expect(turnedOn(page)).not.toBeChecked();
});

test('what stands there once notices are on can be read by everybody', async ({ browser }) => {
	const viewport = { width: 390, height: 844 };
	const context = await browser.newContext({ viewport, bypassCSP: true, reducedMotion: 'reduce' });
	const page = await context.newPage();
	await givePushService(page);
	await enter(page, server, 'rara', '/settings/notices');
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await turnedOn(page).click();
	await expect(page.getByRole('heading', { name: 'Perangkat yang dikabari' })).toBeVisible();
	for (const theme of ['light', 'dark']) {
		await page.locator('html').evaluate((html, name) => html.setAttribute('data-theme', name), theme);
		const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
		expect(
			violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html }) => html).join()}`)
		).toEqual([]);
	}
	await context.close();
});

test('a browser whose push service cannot be reached says so, and the switch goes back', async ({ page }) => {
	await page.context().grantPermissions(['notifications'], { origin: server.url });
	await enter(page, server, 'yoga', '/settings/notices');
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await turnedOn(page).click();
	await expect(page.getByText(/^Layanan pemberitahuan peramban ini tidak menjawab/)).toBeVisible();
	await expect(turnedOn(page)).not.toBeChecked();
	await expect(turnedOn(page)).toBeFocused();
});

test('a browser that refuses notices says what to do', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(Notification, 'permission', { value: 'denied' });
	});
	await enter(page, server, 'yoga', '/settings/notices');
	await expect(page.getByText(/^Peramban ini menolak pemberitahuan dari Rapi/)).toBeVisible();
	await expect(turnedOn(page)).toBeDisabled();
});

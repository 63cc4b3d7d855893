import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

let demo: DemoServer;
let profile: string;
test.beforeEach(async () => {
	demo = await startDemoServer();
	profile = mkdtempSync(join(tmpdir(), 'rapi-profile-'));
});
test.afterEach(async () => {
	await demo.close();
	rmSync(profile, { recursive: true, force: true });
});

for (const width of [390, 1280]) {
	test(`starts cold with neither server nor network, ${width} wide`, async ({ launchOptions }) => {
		const openBrowser = (): Promise<BrowserContext> =>
			chromium.launchPersistentContext(profile, {
				...launchOptions,
				locale: 'id-ID',
				viewport: { width, height: 800 }
			});
		const address = `${demo.home}/f`;
		const online = await openBrowser();
		const first = await online.newPage();
		const { email, password } = demo.signIn('wulan');
		await online.request.post(`${demo.url}/api/v1/sessions`, {
			data: { email, password },
			headers: { origin: demo.url }
		});
		await first.goto(address);
		await expect(first.getByRole('main').getByText('Operasional').first()).toBeVisible();
		await first.evaluate(async () => void (await navigator.serviceWorker.ready));
		await online.close();
		await demo.stop('SIGKILL');

		const offline = await openBrowser();
		const second = await offline.newPage();
		await second.goto(address);
		await expect(second.getByRole('main').getByText('Operasional').first()).toBeVisible();
		await offline.close();
	});
}

import type { Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import type { DemoServer } from './demo-server.ts';

/** One screen as somebody sees it: for the screenshots, and for axe in both themes and widths. */
export interface ScreenCase {
	name: string;
	/** Who looks; null when nobody is signed in. */
	as: CastName | null;
	/** Below the workspace's address, or from the root when nobody is signed in. */
	path: (server: DemoServer) => string;
	/** Brings the screen into its state, after it has come to rest. */
	act?: (page: Page) => Promise<void>;
}

/** Every screen that exists. Whoever adds a screen adds a line. */
export const screenCases: readonly ScreenCase[] = [
	{ name: 'sign-in', as: null, path: () => '/signin' },
	{ name: 'home', as: 'wulan', path: () => '' },
	{ name: 'home-guest', as: 'hendra', path: () => '' },
	{ name: 'folders', as: 'wulan', path: () => '/f' },
	{ name: 'trash', as: 'wulan', path: () => '/trash' },
	{ name: 'settings', as: 'wulan', path: () => '/settings' },
	{ name: 'settings-device', as: 'wulan', path: () => '/settings/device' },
	{ name: 'no-access', as: 'yoga', path: () => '/f/tidak-ada-00000000-0000-7000-8000-000000000000' },
	{ name: 'folder', as: 'wulan', path: () => '/f', act: (page) => openFolder(page, 'Operasional') },
	{ name: 'folder-shared', as: 'wulan', path: () => '/f', act: (page) => openFolder(page, 'CV Benang Jaya') },
	{ name: 'palette', as: 'wulan', path: () => '', act: (page) => search(page, 'kirim') },
	{ name: 'palette-empty', as: 'wulan', path: () => '', act: (page) => search(page, '') },
	{
		name: 'keys',
		as: 'wulan',
		path: () => '',
		act: async (page) => {
			await page.keyboard.press('?');
			await page.getByRole('dialog').waitFor();
		}
	},
	{
		name: 'folder-menu',
		as: 'wulan',
		path: () => '/f',
		act: async (page) => {
			await openFolder(page, 'Operasional');
			await page.locator('main h1 + button').click();
			await page.getByRole('menuitem').nth(1).waitFor();
		}
	}
];

async function openFolder(page: Page, name: string) {
	await page.locator('main').getByRole('link', { name, exact: true }).click();
	await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function search(page: Page, query: string) {
	await page.keyboard.press('Control+k');
	await page.getByRole('combobox').fill(query);
	await page.getByRole('option').nth(0).waitFor();
}

/** Signs in by the same request that the form makes; later pages of the context are signed in. */
export async function signInAs(page: Page, server: DemoServer, name: CastName): Promise<void> {
	const response = await page.request.post(`${server.url}/api/v1/sessions`, {
		data: server.signIn(name),
		headers: { origin: server.url }
	});
	if (response.status() !== 201) throw new Error(`sign-in as ${name}: ${response.status()}`);
}

/** Waits until everything that the server has is on the device, so that nothing on the screen moves any more. */
export async function untilCaughtUp(page: Page): Promise<void> {
	await page.locator('[data-sync=saved]').waitFor();
}

/** Signs in, opens an address below the workspace's and waits until everything has arrived. */
export async function enter(page: Page, server: DemoServer, name: CastName, path = ''): Promise<void> {
	await signInAs(page, server, name);
	await page.goto(`${server.home}${path}`);
	await untilCaughtUp(page);
}

/** Opens a screen and waits until its heading stands and everything is on the device. */
export async function openScreen(page: Page, server: DemoServer, screen: ScreenCase): Promise<void> {
	await page.goto(screen.as ? `${server.home}${screen.path(server)}` : `${server.url}${screen.path(server)}`);
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	if (screen.as) await untilCaughtUp(page);
	await page.evaluate(() => document.fonts.ready);
	await screen.act?.(page);
}

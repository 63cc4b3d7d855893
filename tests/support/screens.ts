import type { BrowserContext, Page } from '@playwright/test';
import type { CastName } from '#server/demo/cast.ts';
import type { DemoServer } from './demo-server.ts';
import * as act from './screen-acts.ts';
import type { Act } from './screen-acts.ts';
import { playFeed, type FeedPlay } from './screen-feed.ts';
import type { Stage } from './screen-stage.ts';
import { taskScreens } from './task-screens.ts';

/** One screen as somebody sees it: for the screenshots, and for axe in both themes and widths. */
export interface ScreenCase {
	name: string;
	/** Who looks; null when nobody is signed in. */
	as: CastName | null;
	/** The address as `src/routes` has it; `[ws]` is the demo's unless `params` says otherwise. */
	route: string;
	params?: (stage: Stage) => Record<string, string>;
	query?: (stage: Stage) => string;
	/** On the server that nobody owns yet. */
	bare?: true;
	/** How the server plays its part, where the screen depends on it; such a case gets a device of its own. */
	feed?: FeedPlay;
	/** A popover lies over a screen that has a case of its own: axe looks at the popover alone. */
	over?: true;
	/** Has cards that are reached by the arrows, from one stop of Tab. */
	arrows?: boolean;
	/** Brings the screen into its state, after it has come to rest. */
	act?: Act;
}

const folder = (name: string) => ({
	route: '/[ws]/f/[folder]',
	params: ({ demo }: Stage) => ({ folder: `x-${demo.demo.folderIds[name] ?? ''}` })
});
const written = (title: string) => ({
	route: '/[ws]/d/[page]',
	params: ({ demo }: Stage) => ({ page: `x-${demo.demo.pageIds[title] ?? ''}` })
});
const person = (name: CastName) => ({
	route: '/[ws]/people/[person]',
	params: ({ memberIds }: Stage) => ({ person: memberIds[name] })
});

const shipping = 'Kirim pesanan sebelum pukul 15.00';
const workHours = 'Jam kerja dan siapa bertanya ke siapa';
const nowhere = 'tidak-ada-00000000-0000-7000-8000-000000000000';
const inWorkspace = ({ demo }: Stage) => `?w=${demo.demo.slug}`;

/** Every screen that exists. Whoever adds a screen adds a line; tests/house/screens.test.ts watches. */
export const screenCases: readonly ScreenCase[] = [
	{ name: 'sign-in', as: null, route: '/signin' },
	{ name: 'welcome', as: null, route: '/welcome', bare: true },
	{ name: 'start', as: null, route: '/start', bare: true, query: ({ bare }) => `?token=${bare.token}` },
	{ name: 'start-bad-link', as: null, route: '/start' },
	{ name: 'join', as: null, route: '/join/[token]', params: ({ invitation }) => ({ token: invitation }) },
	{ name: 'join-bad-link', as: null, route: '/join/[token]', params: () => ({ token: 'tidak-berlaku' }) },

	{ name: 'start-process', as: 'wulan', route: '/start/process', query: inWorkspace },
	{ name: 'start-invite', as: 'wulan', route: '/start/invite', query: inWorkspace },
	{ name: 'home', as: 'wulan', route: '/[ws]' },
	{ name: 'folders', as: 'wulan', route: '/[ws]/f' },
	{ name: 'folder', as: 'wulan', ...folder('Operasional') },
	{ name: 'folder-shared', as: 'wulan', ...folder('CV Benang Jaya') },
	{ name: 'document', as: 'wulan', ...written(workHours), act: act.textShown('Dimas') },
	{ name: 'sop', as: 'wulan', ...written(shipping), act: act.textShown('Cetak label') },
	{
		name: 'sop-archived',
		as: 'wulan',
		...written('Balas chat dalam 10 menit'),
		act: act.textShown('Buka chat terlama')
	},
	...taskScreens,
	{ name: 'activity', as: 'wulan', route: '/[ws]/activity', act: act.activityShown },
	{ name: 'activity-guest', as: 'hendra', route: '/[ws]/activity', act: act.activityShown },
	{ name: 'people', as: 'wulan', route: '/[ws]/people' },
	{ name: 'teams', as: 'wulan', route: '/[ws]/people', query: () => '?view=teams' },
	{ name: 'teams-reader', as: 'rara', route: '/[ws]/people', query: () => '?view=teams' },
	{ name: 'access-matrix', as: 'wulan', route: '/[ws]/people', query: () => '?view=matrix' },
	{ name: 'person', as: 'wulan', ...person('yoga') },
	{ name: 'person-away', as: 'wulan', ...person('bayu') },
	{ name: 'person-outside', as: 'wulan', ...person('hendra') },
	{ name: 'person-left', as: 'wulan', ...person('rizky') },
	{ name: 'trash', as: 'wulan', route: '/[ws]/trash' },
	{ name: 'settings', as: 'wulan', route: '/[ws]/settings' },
	{ name: 'settings-calendar', as: 'wulan', route: '/[ws]/settings/calendar' },
	{ name: 'settings-notices', as: 'wulan', route: '/[ws]/settings/notices' },
	{ name: 'settings-device', as: 'wulan', route: '/[ws]/settings/device', act: act.pagesKept },
	{ name: 'settings-profile', as: 'wulan', route: '/[ws]/settings/profile' },
	{ name: 'settings-security', as: 'wulan', route: '/[ws]/settings/security' },
	{ name: 'settings-keys', as: 'wulan', route: '/[ws]/settings/keys' },
	{ name: 'settings-workspace', as: 'wulan', route: '/[ws]/settings/workspace', act: act.zoneShown },
	{ name: 'settings-zones', as: 'wulan', route: '/[ws]/settings/workspace', act: act.chooseZone },
	{ name: 'missing', as: 'wulan', route: '/[ws]/[...missing]', params: () => ({ missing: 'tidak/ada' }) },
	{ name: 'no-workspace', as: 'wulan', route: '/[ws]', params: () => ({ ws: 'toko-lain' }) },
	{ name: 'home-guest', as: 'hendra', route: '/[ws]' },
	{ name: 'folder-guest', as: 'hendra', ...folder('CV Benang Jaya') },
	{ name: 'no-access', as: 'yoga', route: '/[ws]/f/[folder]', params: () => ({ folder: nowhere }) },
	{ name: 'trash-empty', as: 'yoga', route: '/[ws]/trash' },
	{
		name: 'sop-reader',
		as: 'sarah',
		...written('Siaran langsung TikTok'),
		act: act.textShown('Siapkan barang')
	},

	{ name: 'palette', as: 'wulan', route: '/[ws]', act: act.search('kirim') },
	{ name: 'palette-empty', as: 'wulan', route: '/[ws]', act: act.search('') },
	{ name: 'palette-here', as: 'wulan', ...folder('Operasional'), act: act.search('') },
	{ name: 'keys', as: 'wulan', route: '/[ws]', act: act.askForKeys },
	{ name: 'workspace-menu', as: 'wulan', route: '/[ws]', act: act.workspaceMenu },
	{ name: 'folder-menu', as: 'wulan', ...folder('Operasional'), act: act.openFolderMenu },
	{ name: 'dialog-access', as: 'wulan', ...folder('CV Benang Jaya'), act: act.shareFolder },
	{ name: 'dialog-invite', as: 'wulan', route: '/[ws]/people', act: act.invite },
	{
		name: 'dialog-team',
		as: 'wulan',
		route: '/[ws]/people',
		query: () => '?view=teams',
		act: act.createTeam
	},
	{ name: 'dialog-import', as: 'wulan', ...folder('Operasional'), act: act.importInto },
	{ name: 'dialog-move', as: 'wulan', ...folder('Template'), act: act.moveFolder },
	{ name: 'dialog-rename', as: 'wulan', ...folder('Template'), act: act.renameFolder },
	{ name: 'dialog-create-folder', as: 'wulan', route: '/[ws]/f', act: act.createFolder },
	{ name: 'dialog-question', as: 'wulan', route: '/[ws]/trash', act: act.askPurge },
	{ name: 'dialog-deactivate', as: 'wulan', ...person('yoga'), act: act.deactivate },
	{ name: 'dialog-create-key', as: 'wulan', route: '/[ws]/settings/keys', act: act.createKey },
	{
		name: 'slash-menu',
		as: 'wulan',
		...written('Brief konten'),
		act: act.slash('Ukuran yang dipakai model')
	},
	{ name: 'selection', as: 'wulan', ...written(workHours), act: act.selectWords('Dimas') },
	{ name: 'step-facts', as: 'wulan', ...written(shipping), act: act.stepFacts('Cetak label') },

	{ name: 'first-sync', as: 'intan', route: '/[ws]', feed: 'silent' },
	{
		name: 'refused',
		as: 'intan',
		...folder('Pemasaran'),
		feed: 'refusing',
		act: act.renameAndSee('refused')
	},
	{
		name: 'not-saved',
		as: 'intan',
		...folder('Pemasaran'),
		feed: 'deaf',
		act: async (page) => {
			await act.failWrites(page);
			await act.renameAndSee('notSaved')(page);
		}
	},
	{
		name: 'offline',
		as: 'intan',
		...folder('Pemasaran'),
		feed: 'cut',
		act: act.renameAndSee('offlineUnsent')
	}
];

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
	// A task's panel has a chip of its own beside the screen's.
	await page.locator('[data-sync=saved]').first().waitFor();
}

/** Signs in, opens an address below the workspace's and waits until everything has arrived. */
export async function enter(page: Page, server: DemoServer, name: CastName, path = ''): Promise<void> {
	await signInAs(page, server, name);
	await page.goto(`${server.home}${path}`);
	await untilCaughtUp(page);
}

/**
 * Shows every wanted screen, one after another: one signed-in page for all screens of a person, and a
 * device of its own for each that plays with the feed, because it remembers what became of a change.
 */
export async function visitScreens(
	newContext: () => Promise<BrowserContext>,
	stage: Stage,
	look: (screen: ScreenCase, page: Page, open: () => Promise<void>) => Promise<void>,
	wanted: readonly ScreenCase[] = screenCases
): Promise<void> {
	const devices = Map.groupBy(wanted, ({ as, feed, name }) => (feed ? name : as));
	for (const screens of devices.values()) {
		const [{ as, feed }] = screens as [ScreenCase];
		const context = await newContext();
		const page = await context.newPage();
		if (as) await signInAs(page, stage.demo, as);
		if (feed) await playFeed(page, feed);
		for (const screen of screens) await look(screen, page, () => openScreen(page, stage, screen));
		await context.close();
	}
}

/** Opens a screen and waits until its heading stands and everything is on the device. */
async function openScreen(page: Page, stage: Stage, screen: ScreenCase): Promise<void> {
	await page.goto(addressOf(stage, screen));
	await page.getByRole('heading', { level: 1 }).first().waitFor();
	if (screen.route.startsWith('/[ws]') && !screen.feed && !screen.params?.(stage)['ws'])
		await untilCaughtUp(page);
	await page.evaluate(() => document.fonts.ready);
	await screen.act?.(page);
}

function addressOf(stage: Stage, { bare, route, params, query }: ScreenCase): string {
	const filled: Record<string, string> = { ws: stage.demo.demo.slug, ...params?.(stage) };
	const path = route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => filled[name] ?? '');
	return `${bare ? stage.bare.url : stage.demo.url}${path}${query?.(stage) ?? ''}`;
}

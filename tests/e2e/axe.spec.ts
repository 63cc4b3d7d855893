import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { startStage, type Stage } from '../support/screen-stage.ts';
import { screenCases, visitScreens, type ScreenCase } from '../support/screens.ts';
import { taskScreens } from '../support/task-screens.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
let stage: Stage;

test.beforeAll(async () => {
	stage = await startStage();
});
test.afterAll(() => stage.close());

async function found(axe: AxeBuilder): Promise<string[]> {
	// Our screens have no frames: one run in the page itself, without a second page for each.
	const { violations } = await axe.setLegacyMode().analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

function axeOf(page: Page, { over, arrows }: ScreenCase): AxeBuilder {
	const axe = new AxeBuilder({ page });
	// What lies below has a case of its own, where nothing covers it.
	if (over) axe.include(':is([role=dialog], [role=menu]):popover-open');
	// The cards of a board are one stop of Tab; the arrows reach the others, and scroll their column.
	return arrows ? axe.disableRules(['scrollable-region-focusable']) : axe;
}

/** Everything in light; in dark only what depends on colours, because nothing else changes. */
async function look(page: Page, screen: ScreenCase): Promise<string[]> {
	const inLight = await found(axeOf(page, screen).withTags(tags));
	await page.locator('html').evaluate((html) => html.setAttribute('data-theme', 'dark'));
	const colours = ['color-contrast', 'link-in-text-block'];
	const inDark = await found(axeOf(page, { ...screen, arrows: false }).withRules(colours));
	return [...inLight, ...inDark.map((line) => `dark: ${line}`)];
}

const parts = {
	'the task hub': taskScreens,
	'everything else': screenCases.filter((screen) => !taskScreens.includes(screen))
};

for (const [part, screens] of Object.entries(parts)) {
	for (const [name, viewport] of Object.entries(widths)) {
		test(`no WCAG 2.2 AA violation that axe can find in ${part}, in either theme: ${name}`, async ({
			browser
		}) => {
			test.setTimeout(240_000);
			const thrown: string[] = [];
			const newContext = async () => {
				const context = await browser.newContext({ viewport, bypassCSP: true, reducedMotion: 'reduce' });
				context.on('weberror', (error) => thrown.push(error.error().message));
				await context.addCookies([{ name: 'rapi_theme', value: 'light', domain: '127.0.0.1', path: '/' }]);
				return context;
			};
			const lookAt = async (screen: ScreenCase, page: Page, open: () => Promise<void>) => {
				await open();
				expect.soft(await look(page, screen), screen.name).toEqual([]);
			};
			await visitScreens(newContext, stage, lookAt, screens);
			expect(thrown, 'errors that no part of the app caught').toEqual([]);
		});
	}
}

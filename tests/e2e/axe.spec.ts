import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { startStage, type Stage } from '../support/screen-stage.ts';
import { visitScreens } from '../support/screens.ts';

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

/** Everything in light; in dark only what depends on colours, because nothing else changes. */
async function look(page: Page): Promise<string[]> {
	const inLight = await found(new AxeBuilder({ page }).withTags(tags));
	await page.locator('html').evaluate((html) => html.setAttribute('data-theme', 'dark'));
	const inDark = await found(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
	return [...inLight, ...inDark.map((line) => `dark: ${line}`)];
}

for (const [name, viewport] of Object.entries(widths)) {
	test(`no WCAG 2.2 AA violation that axe can find, in either theme: ${name}`, async ({ browser }) => {
		test.setTimeout(240_000);
		const newContext = async () => {
			const context = await browser.newContext({ viewport, bypassCSP: true, reducedMotion: 'reduce' });
			await context.addCookies([{ name: 'rapi_theme', value: 'light', domain: '127.0.0.1', path: '/' }]);
			return context;
		};
		await visitScreens(newContext, stage, async (screen, page, open) => {
			await open();
			expect.soft(await look(page), screen.name).toEqual([]);
		});
	});
}

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';
import { openScreen, screenCases, signInAs } from '../support/screens.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
let server: DemoServer;

test.beforeAll(async () => {
	server = await startDemoServer();
});
test.afterAll(() => server.close());

for (const [name, viewport] of Object.entries(widths)) {
	for (const theme of ['light', 'dark'] as const) {
		test(`no WCAG 2.2 AA violation that axe can find: ${name}, ${theme}`, async ({ browser }) => {
			test.setTimeout(180_000);
			for (const as of new Set(screenCases.map((screen) => screen.as))) {
				const context = await browser.newContext({ viewport, bypassCSP: true, reducedMotion: 'reduce' });
				await context.addCookies([{ name: 'rapi_theme', value: theme, url: server.url }]);
				const page = await context.newPage();
				if (as) await signInAs(page, server, as);
				for (const screen of screenCases.filter((each) => each.as === as)) {
					await openScreen(page, server, screen);
					const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
					const found = violations.map(
						({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`
					);
					expect.soft(found, screen.name).toEqual([]);
				}
				await context.close();
			}
		});
	}
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { startDemoServer, type DemoServer } from './demo-server.ts';
import { openScreen, screenCases, signInAs, type ScreenCase } from './screens.ts';

/** Pictures of every screen × width × theme × language, with the demo's data, into screens/. */
const widths = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
const root = join(import.meta.dirname, '..', '..', 'screens');
const [wanted, onlyLook] = process.argv.slice(2);

interface Look {
	width: keyof typeof widths;
	theme: 'light' | 'dark';
	locale: 'id' | 'en';
}

const looks: Look[] = (['desktop', 'phone'] as const).flatMap((width) =>
	(['light', 'dark'] as const).flatMap((theme) =>
		(['id', 'en'] as const).map((locale) => ({ width, theme, locale }))
	)
);

mkdirSync(root, { recursive: true });
const server = await startDemoServer();
const browser = await chromium.launch({
	executablePath: process.env['RAPI_CHROMIUM'] ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-quic', '--disable-background-networking']
});
let failed = 0;
for (const look of looks.filter((each) => !onlyLook || Object.values(each).join('-').startsWith(onlyLook)))
	failed += await takeAll(browser, server, look);
await browser.close();
await server.close();
process.exitCode = failed > 0 ? 1 : 0;

async function takeAll(browser: Browser, server: DemoServer, look: Look): Promise<number> {
	let failed = 0;
	for (const as of new Set(screenCases.map((screen) => screen.as))) {
		const context = await browser.newContext({
			viewport: widths[look.width],
			deviceScaleFactor: look.width === 'phone' ? 2 : 1,
			hasTouch: look.width === 'phone',
			locale: look.locale === 'id' ? 'id-ID' : 'en-GB',
			timezoneId: 'Asia/Jakarta'
		});
		await context.addCookies([
			{ name: 'rapi_theme', value: look.theme, url: server.url },
			{ name: 'rapi_locale', value: look.locale, url: server.url }
		]);
		const page = await context.newPage();
		page.setDefaultTimeout(8_000);
		if (as) await signInAs(page, server, as);
		for (const screen of screenCases.filter((each) => each.as === as)) {
			if (!screen.name.startsWith(wanted ?? '')) continue;
			const file = join(root, `${screen.name}-${look.width}-${look.theme}-${look.locale}.png`);
			failed += await take(screen, file);
		}
		await context.close();

		async function take(screen: ScreenCase, path: string): Promise<number> {
			try {
				await openScreen(page, server, screen);
				await page.screenshot({ path, animations: 'disabled' });
				return 0;
			} catch (error) {
				process.stderr.write(
					`${screen.name} (${Object.values(look).join(', ')}): ${String(error).slice(0, 300)}\n`
				);
				await page.screenshot({ path: path.replace('.png', '-failed.png') });
				return 1;
			}
		}
	}
	return failed;
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { startStage, type Stage } from './screen-stage.ts';
import { screenCases, visitScreens } from './screens.ts';

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
const stage = await startStage();
const browser = await chromium.launch({
	executablePath: process.env['RAPI_CHROMIUM'] ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--disable-quic', '--disable-background-networking']
});
let failed = 0;
for (const look of looks.filter((each) => !onlyLook || Object.values(each).join('-').startsWith(onlyLook)))
	failed += await takeAll(browser, stage, look);
await browser.close();
await stage.close();
process.exitCode = failed > 0 ? 1 : 0;

async function takeAll(browser: Browser, stage: Stage, look: Look): Promise<number> {
	let failed = 0;
	const named = screenCases.filter(({ name }) => name.startsWith(wanted ?? ''));
	const suffix = Object.values(look).join('-');
	await visitScreens(
		() => newContext(browser, look),
		stage,
		async ({ name }, page, open) => {
			const path = join(root, `${name}-${suffix}.png`);
			try {
				await open();
				await page.screenshot({ path, animations: 'disabled' });
			} catch (error) {
				failed += 1;
				process.stderr.write(`${name} (${suffix}): ${String(error).slice(0, 300)}\n`);
				await page.screenshot({ path: path.replace('.png', '-failed.png') });
			}
		},
		named
	);
	return failed;
}

async function newContext(browser: Browser, { width, theme, locale }: Look): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: widths[width],
		deviceScaleFactor: width === 'phone' ? 2 : 1,
		hasTouch: width === 'phone',
		locale: locale === 'id' ? 'id-ID' : 'en-GB',
		timezoneId: 'Asia/Jakarta'
	});
	context.setDefaultTimeout(8_000);
	const chosen = { rapi_theme: theme, rapi_locale: locale };
	await context.addCookies(
		Object.entries(chosen).map(([name, value]) => ({ name, value, domain: '127.0.0.1', path: '/' }))
	);
	return context;
}

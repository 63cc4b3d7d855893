import { defineConfig } from '@playwright/test';

const chromium = process.env['RAPI_CHROMIUM'] ?? 'chromium';

export default defineConfig({
	testDir: 'tests/e2e',
	fullyParallel: false,
	workers: 1,
	retries: 0,
	timeout: 60_000,
	use: {
		locale: 'id-ID',
		timezoneId: 'Asia/Jakarta',
		serviceWorkers: 'allow',
		launchOptions: {
			executablePath: chromium.startsWith('/') ? chromium : `/usr/bin/${chromium}`,
			args: [
				'--no-sandbox',
				'--disable-quic',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	}
});

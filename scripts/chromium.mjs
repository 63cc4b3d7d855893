import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function onPath(name) {
	const found = spawnSync('which', [name], { encoding: 'utf8' });
	return found.status === 0 ? found.stdout.trim() : undefined;
}

function isDebianRoot() {
	return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install() {
	process.stdout.write('Installing Chromium for the browser tests…\n');
	const quiet = {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	};
	spawnSync('apt-get', ['update', '-qq'], quiet);
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
	return onPath('chromium');
}

async function playwrightOwn() {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return existsSync(path) ? path : undefined;
}

/** A Chromium for the browser tests: named, on the PATH, Playwright's own, or (root on Debian) installed. Says so where there is none. */
export async function findChromium() {
	const found = process.env.RAPI_CHROMIUM ?? onPath('chromium') ?? (await playwrightOwn());
	if (found) return found;
	const installed = isDebianRoot() ? install() : undefined;
	if (installed) return installed;
	process.stderr.write('No Chromium found. Install one, or name it in RAPI_CHROMIUM.\n');
	return undefined;
}

// `npm run bench`, or `npm run bench -- <measure>`: measures Rapi beside its peers. The peers live in tests/bench/package.json and
// are installed there, so that they are no dependency of Rapi.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale, installIfNeeded } from './start.mjs';
import { nodeBinary, root } from './toolchain.mjs';

const home = join(root, 'tests', 'bench');
installIfNeeded();
buildIfStale();
if (!existsSync(join(home, 'node_modules'))) {
	const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: home,
		stdio: 'inherit'
	});
	if (done.status !== 0) process.exit(done.status ?? 1);
}
const { findChromium } = await import('./chromium.mjs');
const command = ['-c', '1', nodeBinary(), join(home, 'run.ts'), ...process.argv.slice(2)];
const env = { ...process.env, RAPI_CHROMIUM: await findChromium() };
process.exit(spawnSync('taskset', command, { cwd: root, stdio: 'inherit', env }).status ?? 1);

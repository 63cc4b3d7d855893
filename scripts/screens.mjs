// Pictures of every screen × width × theme × language into screens/, with the demo's data.
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';
import { nodeBinary, toolPath } from './toolchain.mjs';

const chromium = await findChromium();
if (!chromium) process.exit(1);
const environment = { ...process.env, RAPI_CHROMIUM: chromium };
const run = (args) => spawnSync(nodeBinary(), args, { stdio: 'inherit', env: environment }).status ?? 1;
const built = run([toolPath('vite'), 'build']);
process.exit(built || run(['tests/support/take-screens.ts', ...process.argv.slice(2)]));

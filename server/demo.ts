// `npm run demo`: the made-up shop *Selasar Rona* in a folder that is deleted at the end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, isLoopback, parseConfig, type Config } from './config.ts';
import { seedDemo, type Demo } from './demo/seed-demo.ts';
import { orExit } from './or-exit.ts';
import { createServices } from './services.ts';

const config = await orExit(readConfig);
const dataDir = mkdtempSync(join(tmpdir(), 'rapi-demo-'));
process.env['RAPI_DATA'] = dataDir;
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

const services = await createServices({ ...config, dataDir });
printSignIns(await seedDemo(services));
await services.close();
await import('./main.ts');

function printSignIns({ people, password }: Demo): void {
	const lines = people.map(({ email, name, title }) => `  ${email.padEnd(32)} ${name}, ${title}`);
	process.stdout.write(`Sign in as one of these, password ${password}\n${lines.join('\n')}\n`);
}

/** The password is printed for everybody to read, so nobody on another machine may come in with it. */
function readConfig(): Config {
	const parsed = parseConfig(process.env);
	if (isLoopback(parsed.host)) return parsed;
	throw new ConfigError(`HOST is wrong: the demo is for this machine only (it is ${parsed.host}).`);
}

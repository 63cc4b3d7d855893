// `npm run demo`: the made-up shop *Selasar Rona* in a folder that is deleted at the end.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from './config.ts';
import { seedDemo, type Demo } from './demo/seed-demo.ts';
import { createServices } from './services.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'rapi-demo-'));
process.env['RAPI_DATA'] = dataDir;
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

const services = await createServices(parseConfig(process.env));
printSignIns(await seedDemo(services));
await services.close();
await import('./main.ts');

function printSignIns({ people, password }: Demo): void {
	const lines = people.map(({ email, name, title }) => `  ${email.padEnd(32)} ${name}, ${title}`);
	process.stdout.write(`Sign in as one of these, password ${password}\n${lines.join('\n')}\n`);
}

// Typing in Chromium, in Rapi's own page and in a bare one, in turn. Prints one line of JSON: for each
// size and each of the two, the keys' delays. Runs on both cores, because a browser is many processes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer, type DemoServer } from '../../support/demo-server.ts';
import { connect, type Place } from '../client.ts';
import { startPeer } from '../peer.ts';
import { serveBarePage } from './bare-page.ts';
import { fillWith, measureTyping } from './key-to-paint.ts';

const [chrome = '', sizes = '500,2000', rounds = '2'] = process.argv.slice(2);
const keys = 60;
const typists = 7;

const browser = await chromium.launch({
	executablePath: chrome.startsWith('/') ? chrome : `/usr/bin/${chrome}`,
	args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update']
});
const folder = mkdtempSync(join(tmpdir(), 'rapi-bench-typing-'));
const bare = await serveBarePage(folder);
const demo = await startDemoServer();
const results: { blocks: number; name: 'rapi' | 'bare'; delays: number[] }[] = [];
for (const blocks of sizes.split(',').map(Number)) {
	for (let round = 0; round < Number(rounds); round++) {
		results.push({ blocks, name: 'bare', delays: await typeInBarePage(browser, blocks) });
		results.push({ blocks, name: 'rapi', delays: await typeInRapi(browser, demo, blocks) });
	}
}
await browser.close();
await demo.close();
bare.server.close();
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(results)}\n`);
process.exit(0);

async function typeInBarePage(opened: Browser, blocks: number): Promise<number[]> {
	const relay = await startPeer('relay');
	const page = await opened.newPage();
	const address = `${bare.url}/?room=ws://127.0.0.1:${relay.port}`;
	const delays = await typeAmongOthers(page, address, relay, blocks);
	await relay.discard();
	return delays;
}

async function typeInRapi(opened: Browser, { url, home, demo: made, signIn }: DemoServer, blocks: number) {
	const context = await opened.newContext({ locale: 'id-ID' });
	const headers = { origin: url };
	await context.request.post(`${url}/api/v1/sessions`, { data: signIn('dimas'), headers });
	const id = uuidv7();
	await context.request.post(`${url}/api/v1/w/${made.slug}/commands/pages.create`, {
		data: { id, folderId: made.folderIds['Template'], title: 'Bench', kind: 'doc', orderKey: 'a0' },
		headers: { ...headers, 'idempotency-key': uuidv7() }
	});
	const key = await context.request.post(`${url}/api/v1/workspaces/${made.slug}/keys`, {
		data: { name: 'bench', cap: 'edit', endsAt: null },
		headers
	});
	const { secret } = (await key.json()) as { secret: string };
	const port = Number(new URL(url).port);
	const place: Place = { name: 'rapi', port, nextKey: () => secret, pages: [id] };
	const delays = await typeAmongOthers(await context.newPage(), `${home}/d/${id}`, place, blocks);
	await context.close();
	return delays;
}

/** Fills the document, opens it, lets the others type and types. */
async function typeAmongOthers(page: Page, address: string, place: Place, blocks: number): Promise<number[]> {
	const writer = await connect(place, 0);
	await fillWith(writer, blocks);
	await page.goto(address);
	await page.locator('.ProseMirror p', { hasText: `Langkah ${blocks - 1}:` }).waitFor();
	const others = await Promise.all(Array.from({ length: typists }, () => connect(place, 0)));
	await Promise.all(others.map((other) => until(() => other.doc.getXmlFragment('body').length >= blocks)));
	const delays = await measureTyping(page, blocks, keys, others);
	for (const client of [writer, ...others]) client.close();
	await page.close();
	return delays;
}

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

// The hub's board of 10,000 tasks in Chromium, over the real server. Prints one line of JSON:
// `BoardFigures`. In a process of its own with both cores, because a browser is many processes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { startServerProcess } from '../../support/server-process.ts';
import { openBareBoard } from './bare-board.ts';
import { dragFrames, restFrames, scrollFrames, type Frames } from './frames.ts';
import { seedHub, type Hub } from './seed-hub.ts';
import { cardsAfter, forgetCards, noteCards, shownAfter, type Noted } from './shown-after.ts';

/** Times in milliseconds. */
export interface BoardFigures {
	bare: { mount: number; rest: Frames; scroll: Frames };
	/** A device without a copy, from the address to the first cards: 20,000 records. */
	bootstrap: number;
	/** From a press on the board's name in a list to its cards, of each round. */
	opened: Noted[];
	/** Reloaded without a network, from the start of the page. */
	reloaded: Noted[];
	scroll: Frames;
	drag: Frames;
	moved: number[];
	assigned: number[];
	ticked: number[];
	filtered: number[];
	/** Elements of the document while the board stands. */
	nodes: number;
	/** JavaScript's heap after a collection, MB. */
	heapMb: number;
}

const [chrome = ''] = process.argv.slice(2);
const rounds = 3;
const acts = 12;
const typed = 'retur 77';

const dataDir = mkdtempSync(join(tmpdir(), 'rapi-bench-board-'));
const hub = await seedHub(dataDir, {
	...{ boards: 1, tasksPerBoard: 10_000, done: 0.2 },
	...{ comments: 9_500, pages: 500 }
});
const server = await startServerProcess({ RAPI_DATA: dataDir });
const browser = await chromium.launch({
	executablePath: chrome.startsWith('/') ? chrome : `/usr/bin/${chrome}`,
	args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update']
});
const bare = await measureBare(await browser.newPage());
const context = await browser.newContext({ locale: 'id-ID', viewport: { width: 1280, height: 800 } });
await context.addCookies([{ ...hub.cookie, url: server.url }]);
const figures: BoardFigures = { bare, ...(await measureBoard(context, hub, server.url)) };
await browser.close();
await server.end('SIGTERM');
rmSync(dataDir, { recursive: true });
process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit(0));

async function measureBare(page: Page): Promise<BoardFigures['bare']> {
	await page.setViewportSize({ width: 1280, height: 800 });
	const mount = await openBareBoard(page);
	const measured = { mount, rest: await restFrames(page), scroll: await scrollFrames(page) };
	await page.close();
	return measured;
}

async function measureBoard(
	opened: BrowserContext,
	{ slug, boards }: Hub,
	url: string
): Promise<Omit<BoardFigures, 'bare'>> {
	const [board] = boards;
	if (!board) throw new Error('no board');
	const page = await opened.newPage();
	await noteCards(page);
	await page.goto(`${url}/${slug}/boards/${board.id}`);
	const { first: bootstrap } = await cardsAfter(page, 0);
	await keptOffline(page);
	const reloaded: Noted[] = [];
	const openings: Noted[] = [];
	for (let round = 0; round < rounds; round++) {
		openings.push(await openFromList(page, `${url}/${slug}/boards`, board.id));
		await opened.setOffline(true);
		await page.reload();
		reloaded.push(await cardsAfter(page, 0));
		await opened.setOffline(false);
	}
	const nodes = await page.evaluate(() => document.getElementsByTagName('*').length);
	const heapMb = await heapOf(page);
	const scroll = await scrollFrames(page);
	await page.reload();
	await cardsAfter(page, 0);
	const drag = await dragFrames(page);
	return {
		...{ bootstrap, opened: openings, reloaded, scroll, drag, nodes, heapMb },
		...(await measureActs(page, board))
	};
}

/** Waits until this device can do without the server. */
async function keptOffline(page: Page): Promise<void> {
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await page.waitForTimeout(3_000);
}

async function openFromList(page: Page, list: string, boardId: string): Promise<Noted> {
	await page.goto(list);
	const link = page.locator(`main a[href*="${boardId}"]`).first();
	await link.waitFor();
	await page.waitForTimeout(1_500);
	await forgetCards(page);
	await page.evaluate(() => {
		const press = ({ timeStamp }: Event) => Object.assign(window, { pressedAt: timeStamp });
		window.addEventListener('pointerdown', press, { capture: true, once: true });
	});
	await link.click();
	await page.locator('[data-card]').first().waitFor();
	const since = await page.evaluate(() => (window as unknown as { pressedAt: number }).pressedAt);
	return cardsAfter(page, since);
}

async function heapOf(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number };
	await session.detach();
	return usedSize / 1024 ** 2;
}

async function measureActs(page: Page, { columns }: Hub['boards'][number]) {
	const [first, second] = columns;
	if (!first || !second) throw new Error('no columns');
	const moved: number[] = [];
	const assigned: number[] = [];
	const ticked: number[] = [];
	const filtered: number[] = [];
	for (let count = 1; count <= acts; count++) {
		const card = `[data-card="${first.taskIds[count]}"]`;
		await page.locator(`${card} a`).focus();
		const isMine = (await page.locator(`${card} [role=img][aria-label*="Sari 0"]`).count()) > 0;
		const mine = `${card}:${isMine ? 'not' : 'is'}(:has([role=img][aria-label*="Sari 0"]))`;
		assigned.push(await shownAfter(page, 'keydown', { selector: mine }, () => page.keyboard.press('i')));
		const there = { selector: `[data-column="${second.id}"] ${card}` };
		moved.push(await shownAfter(page, 'keydown', there, () => page.keyboard.press('Shift+ArrowRight')));
		// The focus follows the card; only then is it taken to the next one.
		await page.locator(`${there.selector} a:focus`).waitFor();
		await page.waitForTimeout(300);
	}
	const url = new URL(page.url());
	// Every eighth card has a checklist.
	url.searchParams.set('t', first.taskIds[16] ?? '');
	await page.goto(url.href);
	const box = page.getByRole('checkbox', { name: 'Bungkus' }).first();
	await box.waitFor();
	for (let count = 0; count < acts; count++) {
		const ticks = count % 2 === 0 ? '2/3' : '1/3';
		const selector = `[data-card="${first.taskIds[16]}"] [title*="${ticks[0]}"]`;
		ticked.push(await shownAfter(page, 'pointerdown', { selector }, () => box.click()));
	}
	url.searchParams.delete('t');
	await page.goto(url.href);
	await cardsAfter(page, 0);
	await page.locator('input[type=search]').focus();
	for (let length = 1; length <= typed.length; length++) {
		const text = typed.slice(0, length).trim();
		if (typed[length - 1] === ' ') {
			await page.keyboard.press('Space');
			continue;
		}
		filtered.push(
			await shownAfter(page, 'keydown', { text }, () => page.keyboard.press(typed[length - 1] ?? ''))
		);
	}
	return { moved, assigned, ticked, filtered };
}

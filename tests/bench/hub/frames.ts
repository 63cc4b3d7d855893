import type { Page } from '@playwright/test';

const scrollMs = 4_000;
const dragSteps = 160;

/** How evenly a page drew: frames a second, and the longest time between two, milliseconds. */
export interface Frames {
	fps: number;
	longest: number;
	/** The share (0 to 1) of frames that came more than 20 ms after the one before. */
	late: number;
}

/** Begins to note when frames come. */
async function noteFrames(page: Page): Promise<void> {
	await page.evaluate(() => {
		const times: number[] = [];
		Object.assign(window, { frameTimes: times });
		const note = (now: number) => {
			times.push(now);
			if ('frameTimes' in window) requestAnimationFrame(note);
		};
		requestAnimationFrame(note);
	});
}

async function takeFrames(page: Page): Promise<Frames> {
	const times = await page.evaluate(() => {
		const noted = window as unknown as { frameTimes?: number[] };
		const found = noted.frameTimes ?? [];
		delete noted.frameTimes;
		return found;
	});
	const waits = times.slice(1).map((time, at) => time - (times[at] ?? time));
	const total = (times.at(-1) ?? 0) - (times[0] ?? 0);
	return {
		fps: (waits.length / total) * 1_000,
		longest: Math.max(...waits),
		late: waits.filter((wait) => wait > 20).length / waits.length
	};
}

/** Frames of a page in which nothing happens: what this machine gives. */
export async function restFrames(page: Page): Promise<Frames> {
	await noteFrames(page);
	await page.waitForTimeout(scrollMs / 2);
	return takeFrames(page);
}

/** Scrolls the first column down, 50 px at every frame. */
export async function scrollFrames(page: Page): Promise<Frames> {
	await noteFrames(page);
	await page.evaluate(async (ms) => {
		const first = document.querySelector('[data-column]');
		const list = first?.matches('ul') ? first : first?.querySelector('ul');
		const end = performance.now() + ms;
		while (list && performance.now() < end) {
			list.scrollTop += 50;
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
	}, scrollMs);
	return takeFrames(page);
}

/** Carries a card across the columns and back, as a hand would. */
export async function dragFrames(page: Page): Promise<Frames> {
	const card = page.locator('[data-column] [data-card]').first();
	const box = await card.boundingBox();
	if (!box) throw new Error('no card to drag');
	const { x, y } = { x: box.x + 40, y: box.y + 20 };
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + 10, y + 10);
	await noteFrames(page);
	for (let step = 0; step < dragSteps; step++) {
		const far = Math.sin((step / dragSteps) * Math.PI);
		await page.mouse.move(x + far * 800, y + 60 + ((step * 7) % 300));
	}
	const frames = await takeFrames(page);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	return frames;
}

import type { Page } from '@playwright/test';

/** Notes, from the first line of every page on, when the first cards stood there and when the last came. */
export function noteCards(page: Page): Promise<unknown> {
	return page.addInitScript(() => {
		const noted = { first: 0, last: 0, count: 0 };
		Object.assign(window, { noted });
		const painted = (then: (at: number) => void) =>
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => then(performance.now());
				port2.postMessage(0);
			});
		new MutationObserver(() => {
			const count = document.querySelectorAll('[data-card]').length;
			if (count === noted.count) return;
			if (noted.count === 0) painted((at) => (noted.first ||= at));
			noted.count = count;
			painted((at) => (noted.last = at));
		}).observe(document, { childList: true, subtree: true });
	});
}

export interface Noted {
	first: number;
	last: number;
}

/** Milliseconds from `since` of the page's own clock to its first cards, and to the last that came by itself. */
export async function cardsAfter(page: Page, since: number, settleMs = 1_500): Promise<Noted> {
	await page.locator('[data-card]').first().waitFor({ timeout: 60_000 });
	await page.waitForTimeout(settleMs);
	const { first, last } = await page.evaluate(() => (window as unknown as { noted: Noted }).noted);
	return { first: first - since, last: last - since };
}

/** Forgets the cards that stood there, so that those of the next screen are noted. */
export function forgetCards(page: Page): Promise<void> {
	return page.evaluate(() =>
		Object.assign((window as unknown as { noted: object }).noted, { first: 0, last: 0, count: 0 })
	) as unknown as Promise<void>;
}

/** What is looked for: an element, or words that the address asks for. */
export type Shown = { selector: string } | { text: string };

/** Acts; milliseconds from the event of it to after the frame in which it shows, looked for at every frame. */
export async function shownAfter(
	page: Page,
	event: 'keydown' | 'pointerdown',
	shown: Shown,
	act: () => Promise<unknown>
): Promise<number> {
	await page.evaluate(
		([type, wanted]) => {
			const isShown = () =>
				'selector' in wanted
					? document.querySelector(wanted.selector) !== null
					: new URLSearchParams(location.search).get('q') === wanted.text;
			const whenShown = new Promise<number>((resolve, reject) => {
				setTimeout(() => reject(new Error(`not shown: ${JSON.stringify(wanted)}`)), 10_000);
				const begin = (heard: Event) => {
					const { timeStamp } = heard;
					// A key that is only held is not the one that acts.
					if (heard instanceof KeyboardEvent && heard.key === 'Shift') return;
					window.removeEventListener(type, begin, true);
					const look = () => {
						if (!isShown()) return requestAnimationFrame(look);
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = () => resolve(performance.now() - timeStamp);
						return port2.postMessage(0);
					};
					requestAnimationFrame(look);
				};
				window.addEventListener(type, begin, true);
			});
			Object.assign(window, { whenShown });
		},
		[event, shown] as const
	);
	await act();
	return page.evaluate(() => (window as unknown as { whenShown: Promise<number> }).whenShown);
}

import type { Page } from '@playwright/test';

/** A board as bare as it can be: 10,000 cards of one height in five columns, of which those near the view are drawn. */
const html = `<!doctype html><style>
	body { margin: 0 } main { display: flex; gap: 12px; block-size: 100vh }
	ul { inline-size: 288px; margin: 0; padding: 0; overflow-y: auto; list-style: none }
	li { box-sizing: border-box; block-size: 92px; padding: 10px; border-radius: 8px; box-shadow: 0 1px 2px #0003 }
</style><main></main>`;

/** Opens it and waits for its first frame; milliseconds from the start of its script. */
export async function openBareBoard(page: Page): Promise<number> {
	await page.setContent(html);
	return page.evaluate(async () => {
		const started = performance.now();
		const height = 92;
		for (let column = 0; column < 5; column++) {
			const cards = Array.from({ length: 2_000 }, (_, at) => `Kemas pesanan ${column * 2_000 + at}`);
			const list = document.createElement('ul');
			list.dataset['column'] = String(column);
			const draw = () => {
				const from = Math.max(0, Math.floor(list.scrollTop / height) - 2);
				const drawn = cards.slice(from, from + Math.ceil(innerHeight / height) + 4);
				list.replaceChildren(
					space(from * height),
					...drawn.map(card),
					space((2_000 - from - drawn.length) * height)
				);
			};
			list.addEventListener('scroll', draw, { passive: true });
			document.querySelector('main')?.append(list);
			draw();
		}
		function space(blockSize: number) {
			const item = document.createElement('div');
			item.style.blockSize = `${blockSize}px`;
			return item;
		}
		function card(title: string) {
			const item = document.createElement('li');
			item.dataset['card'] = title;
			item.append(title);
			return item;
		}
		await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
		return performance.now() - started;
	});
}

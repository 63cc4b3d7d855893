import type { Page } from '@playwright/test';
import * as Y from 'yjs';
import type { Client } from '../client.ts';
import { paragraphs, pause } from '../measures/fan-out.ts';

/** Appends `blocks` paragraphs of text, in updates that every server takes. */
export async function fillWith(client: Client, blocks: number): Promise<void> {
	const perUpdate = 50;
	for (let start = 0; start < blocks; start += perUpdate) {
		client.doc.transact(() => {
			const count = Math.min(perUpdate, blocks - start);
			paragraphs(client.doc).push(Array.from({ length: count }, (_, index) => paragraph(start + index)));
		});
		await pause(20);
	}
}

function paragraph(block: number): Y.XmlElement {
	const element = new Y.XmlElement('paragraph');
	element.setAttribute('id', `block${block}`);
	element.insert(0, [
		new Y.XmlText(`Langkah ${block}: ambil barang, cocokkan SKU, lalu kemas sesuai standar.`)
	]);
	return element;
}

/** Others who type five keys a second, each in a paragraph of their own beside the middle. Answers the way to stop them. */
function typeRemotely(clients: Client[]): () => void {
	const timers = clients.map(({ doc }, at) => {
		const body = paragraphs(doc);
		const block = body.get(Math.floor((body.length / (clients.length + 1)) * (at + 1)) + 3) as Y.XmlElement;
		const line = block.get(0) as Y.XmlText;
		return setInterval(() => line.insert(line.length, 'x'), 200);
	});
	return () => timers.forEach(clearInterval);
}

/**
 * Types keys in the middle of the page while `others` type too; milliseconds from each key's own time
 * to after its frame. The others begin when the caret is there, and stop so that a page which could
 * not keep up may catch up.
 */
export async function measureTyping(
	page: Page,
	blocks: number,
	keys: number,
	others: Client[]
): Promise<number[]> {
	const line = page.locator('.ProseMirror p', { hasText: `Langkah ${blocks / 2}:` });
	await line.click();
	await page.keyboard.press('End');
	await page.keyboard.type('k');
	await line.filter({ hasText: 'standar.k' }).waitFor();
	await page.evaluate(() => {
		const delays: number[] = [];
		Object.assign(window, { delays });
		const note = (event: KeyboardEvent) =>
			requestAnimationFrame(() => {
				const channel = new MessageChannel();
				channel.port1.onmessage = () => delays.push(performance.now() - event.timeStamp);
				channel.port2.postMessage(0);
			});
		window.addEventListener('keydown', note, true);
	});
	const stop = typeRemotely(others);
	await page.keyboard.type('k'.repeat(keys), { delay: 60 });
	stop();
	const delays = () => page.evaluate(() => (window as unknown as { delays: number[] }).delays);
	while ((await delays()).length < keys) await pause(20);
	return delays();
}

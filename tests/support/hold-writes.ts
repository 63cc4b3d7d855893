import type { Page } from '@playwright/test';

/** Keeps the device from writing down what is done, as a slow disk does, until the answer is called. */
export async function holdWrites(page: Page): Promise<() => Promise<void>> {
	const hold = await page.evaluateHandle(async () => {
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const opening = indexedDB.open(names.find((name) => name.startsWith('rapi-workspace-')) ?? '');
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(new Error('The database could not be opened.'));
		});
		const state = { held: true };
		// Later transactions on the outbox wait for this one, which lives as long as it asks something.
		const outbox = database.transaction('outbox', 'readwrite').objectStore('outbox');
		await new Promise<void>((resolve) => {
			const ask = () => {
				resolve();
				if (state.held) outbox.count().onsuccess = ask;
				else database.close();
			};
			outbox.count().onsuccess = ask;
		});
		return state;
	});
	return () => hold.evaluate((state) => void (state.held = false));
}

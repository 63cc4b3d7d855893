import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeDevice } from '../../../tests/support/device.ts';
import { chunkBytes } from './local-database.ts';
import { LocalStore } from './local-store.ts';
import { PageStore } from './page-store.ts';

let device: FakeDevice;
let store: LocalStore;
beforeEach(async () => {
	device = new FakeDevice();
	store = new LocalStore(uuidv7(), device.ports());
	await store.open();
});
afterEach(() => store.close());

describe('the local store', () => {
	it('says failed while a write does not succeed, tries again, and loses nothing', async () => {
		failOnce('QuotaExceededError');
		const failed = new Promise<void>((resolve) => store.changed.listen(resolve));
		const written = put('a', 1);
		await failed;
		expect(store.state).toBe('failed');
		expect(await store.db.meta.get('a')).toBeUndefined();
		store.retry();
		await written;
		expect(store.state).toBe('ok');
		expect(await store.db.meta.get('a')).toMatchObject({ value: 1 });
	});

	it('writes in order, a failed write before the one behind it', async () => {
		failOnce('AbortError');
		const failed = new Promise<void>((resolve) => store.changed.listen(resolve));
		const both = Promise.all([put('a', 1), put('a', 2)]);
		await failed;
		device.fireTimers();
		await both;
		expect(await store.db.meta.get('a')).toMatchObject({ value: 2 });
	});

	it('says failed when the browser takes the database away, and opens it again', async () => {
		store.db.close();
		await put('a', 1);
		expect(store.state).toBe('ok');
		expect(await store.db.meta.get('a')).toMatchObject({ value: 1 });
	});

	it('says failed when the browser has no database to give', async () => {
		const life = { alive: false, ends: [] };
		const other = new LocalStore(uuidv7(), device.ports(life));
		expect(await other.open()).toBe(false);
		expect(other.state).toBe('failed');
	});

	it('gives up what waits when it is closed, and says so to whoever waits', async () => {
		vi.spyOn(store.db, 'transaction').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
		const failed = new Promise<void>((resolve) => store.changed.listen(resolve));
		const written = put('a', 1).catch((error: unknown) => error);
		await failed;
		await store.close();
		expect(await written).toMatchObject({ message: 'closed before it was written' });
	});

	it('cuts a large update into chunks that every browser can store', async () => {
		const pages = new PageStore(store);
		const pageId = uuidv7();
		const large = new Uint8Array(2.5 * chunkBytes).map((_, index) => index % 251);
		await pages.append(pageId, large, {});
		await pages.append(pageId, new Uint8Array([1, 2]), {});
		const chunks = await store.db.pageUpdates.where('pageId').equals(pageId).toArray();
		expect(Math.max(...chunks.map(({ bytes }) => bytes.length))).toBe(chunkBytes);
		const { updates } = await pages.load(pageId);
		expect(updates.map(({ length }) => length)).toEqual([large.length, 2]);
		expect(updates[0]).toEqual(large);
	});

	it('folds a log without touching what came after it was read', async () => {
		const pages = new PageStore(store);
		const pageId = uuidv7();
		await pages.append(pageId, new Uint8Array([1]), {});
		const { upToSeq } = await pages.load(pageId);
		await pages.append(pageId, new Uint8Array([2]), {});
		await pages.replace(pageId, upToSeq, new Uint8Array([9, 9]));
		const { updates } = await pages.load(pageId);
		expect(updates.map((update) => [...update])).toEqual([[2], [9, 9]]);
	});
});

function put(key: string, value: number): Promise<unknown> {
	return store.write('meta', ['meta'], () => store.db.meta.put({ key, value }));
}

function failOnce(name: string): void {
	vi.spyOn(store.db, 'transaction').mockRejectedValueOnce(new DOMException('no', name));
}

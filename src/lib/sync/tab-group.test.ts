import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
	inSync,
	openSyncHome,
	when,
	type OnlineDevice,
	type SyncHome
} from '../../../tests/support/sync-home.ts';
import { RecordStore } from './record-store.ts';
import { TabGroup } from './tab-group.ts';

let sync: SyncHome;
let device: OnlineDevice;
let folderId: string;
beforeEach(async () => {
	sync = await openSyncHome();
	folderId = await sync.home.folder('Operasional');
	device = sync.device('rara', { hasTabs: true });
});
afterEach(() => sync.close());

describe('two tabs of one workspace', () => {
	it('speak to the server through one of them, and both show everything', async () => {
		const [first, second] = await openTwo();
		expect(device.opened.filter((path) => path.startsWith('/sync/feed'))).toHaveLength(1);
		await second.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await inSync(first);
		await when([second.engine.changed], () => second.engine.pending.length === 0);
		expect(first.engine.copy.get('folders', folderId)?.name).toBe('Gudang');
		expect(second.engine.copy.base.folders.get(folderId)?.name).toBe('Gudang');
		await sync.home.send('wulan', 'folders.rename', { id: folderId, name: 'Toko' });
		await when([second.engine.changed], () => second.engine.copy.get('folders', folderId)?.name === 'Toko');
	});

	it('read what lies on the device once each as they open', async () => {
		const load = vi.spyOn(RecordStore.prototype, 'load');
		const first = await device.openTab();
		expect(load).toHaveBeenCalledTimes(1);
		await inSync(first);
		const second = await device.openTab();
		expect(load).toHaveBeenCalledTimes(2);
		expect(second.engine.copy.get('folders', folderId)?.name).toBe('Operasional');
		load.mockRestore();
	});

	it('go on when the leading one is closed', async () => {
		const [first, second] = await openTwo();
		await first.close();
		await inSync(second);
		await second.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await inSync(second);
		expect(second.engine.copy.base.folders.get(folderId)?.name).toBe('Gudang');
	});

	it('do not wait for a leading one that is frozen', async () => {
		const [first, second] = await openTwo();
		device.freeze(first);
		device.wake();
		device.fireTimers();
		await when([second.state.changed], () => second.state.now.caughtUp);
		await second.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await inSync(second);
		expect(second.engine.copy.base.folders.get(folderId)?.name).toBe('Gudang');
	});

	it('are not led by one that had to give way while it was getting ready', async () => {
		const ready = Promise.withResolvers<void>();
		const told: string[] = [];
		const listener = {
			onLead: () => ready.promise,
			onYield: () => void told.push('yield'),
			onNewLeader: () => void told.push('new leader'),
			onNews: () => undefined
		};
		const group = new TabGroup<never>('a workspace', device.ports(), listener);
		const other = new TabGroup<never>('a workspace', device.ports(), listener);
		const leads = group.join();
		await expect.poll(() => group.leads).toBe(true);
		group.resign();
		ready.resolve();
		expect(await leads).toBe(false);
		await new Promise(setImmediate);
		expect([group.leads, told]).toEqual([false, ['yield']]);
		group.close();
		other.close();
		expect(other.leads).toBe(false);
	});

	it('both know of a refusal, and of its dismissal', async () => {
		const [first, second] = await openTwo();
		device.goOffline();
		await second.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await sync.home.send('wulan', 'folders.restrict', { id: folderId });
		device.goOnline();
		await when([first.engine.changed], () => first.engine.refusals.length === 1);
		await when([second.engine.changed], () => second.engine.refusals.length === 1);
		second.answers.dismiss(second.engine.refusals[0]?.id ?? '');
		await when([first.engine.changed], () => first.engine.refusals.length === 0);
	});

	it('both know from the start whether the server is reached', async () => {
		const [first, second] = await openTwo();
		await when([second.state.changed], () => second.state.now.caughtUp);
		expect(second.state.now.connection).toBe('on');
		expect(first.state.now.connection).toBe('on');
	});

	it('leave the server to the newer one when the older build is not understood any more', async () => {
		device.outdated = true;
		const first = await device.openTab();
		await when([first.state.changed], () => first.state.now.updateReady);
		expect(first.state.now.connection).toBe('off');
		device.outdated = false;
		const second = await device.openTab();
		await inSync(second);
		expect(second.state.now.updateReady).toBe(false);
		await first.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await when([first.engine.changed], () => first.engine.pending.length === 0);
	});

	it('keep newer news over what was read from the device before', async () => {
		const [first, second] = await openTwo();
		const third = await device.openTab();
		const { store } = third;
		const hasRead = Promise.withResolvers<void>();
		const mayGoOn = Promise.withResolvers<void>();
		const read = store.read.bind(store);
		store.read = async (work) => {
			const loaded = await read(work);
			hasRead.resolve();
			await mayGoOn.promise;
			return loaded;
		};
		await first.close();
		await hasRead.promise;
		await inSync(second);
		await sync.home.send('wulan', 'folders.rename', { id: folderId, name: 'Toko' });
		await when([second.engine.changed], () => second.engine.copy.get('folders', folderId)?.name === 'Toko');
		await second.settled();
		// What is told next comes behind that news.
		second.end('otherPerson');
		await when([third.state.changed], () => third.state.now.ended !== null);
		mayGoOn.resolve();
		await third.settled();
		await third.engine.idle();
		expect(third.engine.copy.get('folders', folderId)?.name).toBe('Toko');
	});
});

async function openTwo() {
	const first = await device.openTab();
	await inSync(first);
	const second = await device.openTab();
	return [first, second] as const;
}

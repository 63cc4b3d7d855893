import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSync, openSyncHome, when, type SyncHome } from '../../../tests/support/sync-home.ts';
import { NotPrepared } from './not-prepared.ts';
import { Outbox, type Prepare } from './outbox.ts';
import { prepareCommand } from './prepare-command.ts';
import { RecordStore } from './record-store.ts';
import type { WorkspaceSession } from './workspace-session.ts';

let sync: SyncHome;
beforeEach(async () => {
	sync = await openSyncHome();
});
afterEach(() => {
	vi.restoreAllMocks();
	return sync.close();
});

describe('a device and the server', () => {
	it('has everything that its person may see after the first contact', async () => {
		const open = await sync.home.folder('Operasional');
		const closed = await sync.home.folder('Keuangan', null, true);
		const rara = await sync.device('rara').openTab();
		await inSync(rara);
		expect(rara.engine.copy.get('folders', open)?.name).toBe('Operasional');
		expect(rara.engine.copy.get('folders', closed)).toBeUndefined();
		expect(rara.engine.me).toMatchObject({ name: 'Rara Kusumaningtyas', role: 'staff' });
		expect(rara.state.now.bootstrapped).toBe(true);
	});

	it('sends what was done offline in order and once, after a restart', async () => {
		const folderId = await sync.home.folder('Operasional');
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		device.goOffline();
		const pageId = uuidv7();
		await first.outbox.send('pages.create', {
			...{ id: pageId, folderId, title: 'Buka toko', kind: 'sop', orderKey: 'a0' }
		});
		await first.outbox.send('pages.rename', { id: pageId, title: 'Membuka toko' });
		await first.close();
		device.goOnline();
		const second = await device.openTab();
		await inSync(second);
		expect(second.engine.copy.get('pages', pageId)).toMatchObject({ title: 'Membuka toko' });
		expect(second.engine.copy.overlayHas('pages', pageId)).toBe(false);
		const events = await sync.home.services.storage.db
			.selectFrom('event')
			.select('name')
			.where('subjectId', '=', pageId)
			.orderBy('seq')
			.execute();
		expect(events.map(({ name }) => name)).toEqual(['pages.create', 'pages.rename']);
	});

	it('tells what the server refused, with all that was built on it, and keeps it over a restart', async () => {
		const folderId = await sync.home.folder('Operasional');
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		device.goOffline();
		const inner = uuidv7();
		await first.outbox.send('folders.create', {
			...{ id: inner, grantId: uuidv7(), parentId: folderId, name: 'Pagi', orderKey: 'a0' }
		});
		await first.outbox.send('pages.create', {
			...{ id: uuidv7(), folderId: inner, title: 'Buka toko', kind: 'doc', orderKey: 'a0' }
		});
		await sync.home.send('wulan', 'folders.restrict', { id: folderId });
		device.goOnline();
		await inSync(first);
		expect(first.engine.refusals.map(({ name, refusal }) => [name, refusal.refused])).toEqual([
			['folders.create', 'not_found'],
			['pages.create', 'not_found']
		]);
		await first.close();
		const second = await device.openTab();
		expect(second.engine.refusals).toHaveLength(2);
		expect(second.engine.copy.list('pages')).toHaveLength(0);
	});

	it('removes a lost folder from memory and disk before it applies anything else', async () => {
		const folderId = await sync.home.folder('Keuangan');
		const pageId = await sync.home.page('Gaji', folderId);
		const rara = await sync.device('rara').openTab();
		await inSync(rara);
		const page = await rara.pages.open(pageId);
		await when([page.changed], () => page.state.loaded && page.state.stored === 'yes');
		expect(await rara.store.db.pageUpdates.count()).toBeGreaterThan(0);
		await sync.home.send('wulan', 'folders.restrict', { id: folderId });
		await when([rara.engine.changed], () => rara.engine.copy.get('folders', folderId) === undefined);
		await rara.settled();
		const { db } = rara.store;
		expect(await db.rows.where('folderId').equals(folderId).count()).toBe(0);
		expect(await db.pageUpdates.count()).toBe(0);
		expect(await db.pageCopies.count()).toBe(0);
		expect(await db.cursors.get(folderId)).toBeUndefined();
		expect(page.state.readOnly).toBe('lost');
	});

	it('asks anew for a change that it could not take, and for what stood behind it', async () => {
		const folderId = await sync.home.folder('Operasional');
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const missing = Promise.withResolvers<void>();
		vi.spyOn(rara.pages, 'lose').mockReturnValueOnce(missing.promise);
		let heard = 0;
		device.hear(({ type }) => (type === 'changes' && heard++, true));
		await sync.home.send('wulan', 'folders.rename', { id: folderId, name: 'Gudang' });
		await expect.poll(() => heard).toBe(1);
		const pageId = await sync.home.page('Buka toko', folderId);
		await expect.poll(() => heard).toBe(2);
		missing.reject(new Error('a part of the app did not load'));
		await when([rara.state.changed], () => rara.state.now.connection === 'off');
		device.wake();
		await when([rara.engine.changed], () => rara.engine.copy.get('folders', folderId)?.name === 'Gudang');
		expect(rara.engine.copy.get('pages', pageId)?.title).toBe('Buka toko');
	});

	it('is offline as soon as the browser is, shows nobody there, and comes back by itself', async () => {
		const pageId = await sync.home.page('Buka toko', await sync.home.folder('Operasional'));
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const yoga = await sync.device('yoga').openTab();
		await inSync(yoga);
		const page = await rara.pages.open(pageId);
		await yoga.pages.open(pageId);
		await when([page.changed], () => page.state.connection === 'on');
		await when([rara.state.changed], () => rara.state.now.presence[pageId] !== undefined);
		device.refuse();
		device.lose();
		expect([rara.state.now.connection, rara.state.now.presence]).toEqual(['off', {}]);
		expect(page.state.connection).not.toBe('on');
		device.goOnline();
		await inSync(rara);
		await when([page.changed], () => page.state.connection === 'on');
		await when([rara.state.changed], () => rara.state.now.presence[pageId] !== undefined);
	});

	it('keeps work and says so when the session has ended', async () => {
		const folderId = await sync.home.folder('Operasional');
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		device.goOffline();
		await rara.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		sync.signOut('rara');
		device.goOnline();
		await when([rara.state.changed], () => rara.state.now.signedOut);
		expect(rara.engine.pending).toHaveLength(1);
		expect(rara.engine.copy.get('folders', folderId)?.name).toBe('Gudang');
	});

	it('asks for a newer build of the app when it is looked at and when the server is back', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		device.looks = 0;
		device.wake();
		expect(device.looks).toBe(1);
		device.goOffline();
		await when([rara.state.changed], () => rara.state.now.connection === 'off');
		device.goOnline();
		await inSync(rara);
		expect(device.looks).toBe(3);
	});

	it('closes a copy whose lease is over until the server is heard again', async () => {
		const folderId = await sync.home.folder('Operasional');
		const pageId = await sync.home.page('Buka toko', folderId);
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		const page = await first.pages.open(pageId);
		await when([page.changed], () => page.state.loaded && page.state.stored === 'yes');
		device.goOffline();
		await first.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await first.close();
		sync.home.clock.advance(15 * 24 * 60 * 60 * 1000);
		device.goOffline();
		const second = await device.openTab();
		expect(second.state.now.leaseEnded).toBe(true);
		expect(second.engine.copy.list('folders')).toHaveLength(0);
		expect(second.engine.pending).toHaveLength(1);
		let opened = false;
		const opening = second.pages.open(pageId).then((page) => {
			opened = true;
			return page;
		});
		await second.settled();
		expect(opened).toBe(false);
		expect(second.pages.isOpen(pageId)).toBe(false);
		device.goOnline();
		await inSync(second);
		expect((await opening).state.loaded).toBe(true);
		expect(second.state.now.leaseEnded).toBe(false);
		expect(second.engine.copy.get('folders', folderId)?.name).toBe('Gudang');
	});

	it('drops a copy for other eyes before it notes that it is made for new ones', async () => {
		const folderId = await sync.home.folder('Operasional');
		const pageId = await sync.home.page('Buka toko', folderId);
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		await rara.pageStore.append(pageId, new Uint8Array([0, 0]), { keptAt: 0 });
		const { db } = rara.store;
		device.hear(({ type }) => type !== 'lost' && type !== 'gained' && type !== 'changes');
		await sync.home.send('wulan', 'members.setRole', { id: sync.home.memberId('rara'), role: 'freelancer' });
		await when([rara.engine.changed], () => rara.engine.copy.list('folders').length === 0);
		await rara.settled();
		expect(await db.meta.get('contact')).toMatchObject({ value: { audience: 'freelancer' } });
		expect(await db.rows.filter(({ noun }) => noun !== 'members').count()).toBe(0);
		expect(await db.pageUpdates.count()).toBe(0);
		expect(await db.cursors.count()).toBe(0);
	});

	it('removes the text of a page whose row is gone, and keeps apart what could not be sent', async () => {
		const folderId = await sync.home.folder('Operasional');
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		const [read, written] = [uuidv7(), uuidv7()];
		await first.pageStore.append(read, new Uint8Array([0, 0]), { keptAt: 0, unsent: 0 });
		await first.pageStore.append(written, new Uint8Array([0, 0]), { keptAt: 0, unsent: 1 });
		device.goOffline();
		const made = uuidv7();
		await first.outbox.send('pages.create', {
			...{ id: made, folderId, title: 'Tutup toko', kind: 'doc', orderKey: 'a0' }
		});
		await first.close();
		device.goOnline();
		const second = await device.openTab();
		await inSync(second);
		await when([second.state.changed], () => second.state.now.lateEdits.length > 0);
		const copies = await second.store.db.pageCopies.toCollection().primaryKeys();
		expect(copies).toEqual([made]);
		expect(second.state.now.lateEdits.map(({ pageId }) => pageId)).toEqual([written]);
	});

	it('sends nothing of one person’s copy as another, and takes nothing into it', async () => {
		const folderId = await sync.home.folder('Operasional');
		const closed = await sync.home.folder('Keuangan', null, true);
		const device = sync.device('wulan');
		const wulan = await device.openTab();
		await inSync(wulan);
		device.goOffline();
		await wulan.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		device.person = 'rara';
		device.goOnline();
		await when([wulan.state.changed], () => wulan.state.now.ended === 'otherPerson');
		await wulan.settled();
		expect(wulan.engine.pending).toHaveLength(1);
		expect(wulan.engine.copy.get('folders', closed)?.name).toBe('Keuangan');
		expect(wulan.state.now.connection).toBe('off');
		await wulan.close();
		const rara = await device.openTab('rara');
		await inSync(rara);
		expect(rara.engine.copy.get('folders', folderId)?.name).toBe('Operasional');
		expect(rara.engine.copy.get('folders', closed)).toBeUndefined();
	});

	it('sends no text of one person as another', async () => {
		const pageId = await sync.home.page('Buka toko', await sync.home.folder('Operasional'));
		const device = sync.device('wulan');
		const wulan = await device.openTab();
		await inSync(wulan);
		const page = await wulan.pages.open(pageId);
		await when([page.changed], () => page.state.loaded && page.state.connection === 'on');
		device.goOffline();
		page.doc.getMap('test').set('written by', 'Wulan');
		await when([page.changed], () => page.state.stored === 'yes');
		device.hear(() => false);
		device.person = 'rara';
		device.goOnline();
		await when([wulan.state.changed], () => wulan.state.now.signedOut);
		expect(page.state.saved).toBe(false);
		expect(page.state.refused).toBeNull();
	});

	it('sends a page only once its first text is made, and nothing that was given after it', async () => {
		const folderId = await sync.home.folder('Operasional');
		const rara = await sync.device('rara').openTab();
		await inSync(rara);
		let make: () => void = () => undefined;
		const mayMake = new Promise<void>((resolve) => (make = resolve));
		const slow = outboxOf(rara, async (name, input) => {
			await mayMake;
			return prepareCommand(name, input, uuidv7);
		});
		const pageId = uuidv7();
		const page = { id: pageId, folderId, title: 'Buka toko', kind: 'sop', orderKey: 'a0' } as const;
		const creating = slow.send('pages.create', page);
		await rara.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await sync.home.send('wulan', 'folders.create', {
			...{ id: uuidv7(), grantId: uuidv7(), parentId: null, name: 'Baru', orderKey: 'a1' }
		});
		await when([rara.engine.changed], () => rara.engine.copy.base.folders.size === 2);
		expect(rara.engine.pending.map(({ name }) => name).sort()).toEqual(['folders.rename', 'pages.create']);
		make();
		await creating;
		rara.engine.pending.forEach(({ ready }) => expect(ready).toBe(true));
		await rara.outbox.send('folders.rename', { id: folderId, name: 'Toko' });
		await inSync(rara);
		const [here] = await rara.store.db.pageUpdates.where('pageId').equals(pageId).toArray();
		const there = await sync.home.services.storage.db
			.selectFrom('pageUpdate')
			.select('bytes')
			.where('pageId', '=', pageId)
			.execute();
		expect(there.map(({ bytes }) => Buffer.from(bytes))).toEqual([Buffer.from(here?.bytes ?? [])]);
	});

	it('opens a page with its first text, however soon after the command that makes it', async () => {
		const folderId = await sync.home.folder('Operasional');
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		device.goOffline();
		let writeDown: () => void = () => undefined;
		const mayWrite = new Promise<void>((resolve) => (writeDown = resolve));
		const write = rara.store.write.bind(rara.store);
		vi.spyOn(rara.store, 'write').mockImplementation(async (lane, tables, work) => {
			if (lane === 'outbox') await mayWrite;
			return write(lane, tables, work);
		});
		const pageId = uuidv7();
		const shown = when([rara.engine.changed], () => rara.engine.copy.get('pages', pageId) !== undefined);
		const page = { id: pageId, folderId, title: 'Buka toko', kind: 'sop', orderKey: 'a0' } as const;
		const creating = rara.outbox.send('pages.create', page);
		await shown;
		const opening = rara.pages.open(pageId);
		await import('./page-document.ts');
		for (let read = 0; read < 3; read++) await rara.pageStore.load(pageId);
		writeDown();
		expect((await opening).state.loaded).toBe(true);
		await creating;
	});

	it('takes a command back that could not be completed, and sends what was given after it', async () => {
		const folderId = await sync.home.folder('Operasional');
		const rara = await sync.device('rara').openTab();
		await inSync(rara);
		const broken = outboxOf(rara, () => Promise.reject(new TypeError('no such chunk')));
		const pageId = uuidv7();
		const page = { id: pageId, folderId, title: 'Buka toko', kind: 'sop', orderKey: 'a0' } as const;
		await expect(broken.send('pages.create', page)).rejects.toBeInstanceOf(NotPrepared);
		expect(rara.engine.pending).toEqual([]);
		expect(rara.engine.copy.get('pages', pageId)).toBeUndefined();
		await rara.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await inSync(rara);
		expect(rara.engine.copy.base.folders.get(folderId)?.name).toBe('Gudang');
	});
});

/** An outbox of the same workspace that completes its commands in another way. */
function outboxOf({ engine, store }: WorkspaceSession, prepare: Prepare): Outbox {
	const records = new RecordStore(store);
	return new Outbox({ engine, records, store, newId: uuidv7, prepare, onReady: () => undefined });
}

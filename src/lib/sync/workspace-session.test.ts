import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inSync, openSyncHome, when, type SyncHome } from '../../../tests/support/sync-home.ts';

let sync: SyncHome;
beforeEach(async () => {
	sync = await openSyncHome();
});
afterEach(() => sync.close());

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

	it('closes a copy whose lease is over until the server is heard again', async () => {
		const folderId = await sync.home.folder('Operasional');
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		device.goOffline();
		await first.outbox.send('folders.rename', { id: folderId, name: 'Gudang' });
		await first.close();
		sync.home.clock.advance(15 * 24 * 60 * 60 * 1000);
		device.goOffline();
		const second = await device.openTab();
		expect(second.state.now.leaseEnded).toBe(true);
		expect(second.engine.copy.list('folders')).toHaveLength(0);
		expect(second.engine.pending).toHaveLength(1);
		device.goOnline();
		await inSync(second);
		expect(second.state.now.leaseEnded).toBe(false);
		expect(second.engine.copy.get('folders', folderId)?.name).toBe('Gudang');
	});
});

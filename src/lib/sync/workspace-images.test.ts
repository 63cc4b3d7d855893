import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { png } from '../../../tests/support/png.ts';
import { inSync, openSyncHome, when, type SyncHome } from '../../../tests/support/sync-home.ts';
import { newImageId } from './new-image-id.ts';
import type { WorkspaceSession } from './workspace-session.ts';

let sync: SyncHome;
let folderId: string;
let pageId: string;
beforeEach(async () => {
	sync = await openSyncHome();
	folderId = await sync.home.folder('Operasional');
	pageId = await sync.home.page('Buka toko', folderId);
});
afterEach(() => sync.close());

describe('a picture of another page', () => {
	it('gets an id of its own with the page that it is copied to, and is sent with it', async () => {
		const rara = await sync.device('rara').openTab();
		await inSync(rara);
		const image = picture();
		await rara.images.add(image);
		await sent(rara);
		const otherId = await sync.home.page('Tutup toko', folderId);
		await when([rara.engine.changed], () => rara.engine.copy.get('pages', otherId) !== undefined);
		const copyId = newImageId();
		expect(await rara.images.copyTo(otherId, image.id, copyId)).toBe(copyId);
		await sent(rara);
		expect([await onServer(image.id), await onServer(copyId)]).toEqual([pageId, otherId]);
	});

	it('stays the same within its page, and is told when it cannot be had', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const image = picture();
		await rara.images.add(image);
		await sent(rara);
		device.goOffline();
		expect(await rara.images.copyTo(pageId, image.id, newImageId())).toBe(image.id);
		expect(await rara.images.copyTo(pageId, newImageId(), newImageId())).toBeUndefined();
	});
});

describe('pictures put into pages on a device', () => {
	it('count as unsent until the server has them, over a restart too', async () => {
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		device.goOffline();
		await first.images.add(picture());
		expect(first.unsent).toBe(1);
		await first.close();
		const second = await device.openTab();
		expect(second.unsent).toBe(1);
	});

	it('arrive after a restart though nobody opens their page', async () => {
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		device.goOffline();
		const image = picture();
		await first.images.add(image);
		await first.close();
		device.goOnline();
		const second = await device.openTab();
		await inSync(second);
		await sent(second);
		expect(await onServer(image.id)).toBe(pageId);
		expect(await (await second.images.find(image.id))?.text()).toBe(await image.blob.text());
		await second.close();
		expect((await device.openTab()).unsent).toBe(0);
	});

	it('may be files of any kind, which keep their name', async () => {
		const tab = await sync.device('rara').openTab();
		await inSync(tab);
		const file = { ...picture(), blob: new Blob(['nota'], { type: 'application/pdf' }), name: 'nota.pdf' };
		await tab.images.add(file);
		await sent(tab);
		const { images } = sync.home.services;
		const visitor = { callerIn: () => Promise.resolve(sync.home.caller('rara')) };
		expect(await images.find(visitor, file.id)).toMatchObject({ name: 'nota.pdf', size: 4 });
	});

	it('are sent by the tab that leads, and the other tab learns how far they are', async () => {
		const device = sync.device('rara', { hasTabs: true });
		const leader = await device.openTab();
		await inSync(leader);
		const other = await device.openTab();
		const image = picture();
		await other.images.add(image);
		await sent(other);
		await sent(leader);
		expect(await onServer(image.id)).toBe(pageId);
	});

	it('wait in no other tab once they are sent, however long the disk of this one takes', async () => {
		const device = sync.device('rara', { hasTabs: true });
		const leader = await device.openTab();
		await inSync(leader);
		const other = await device.openTab();
		const written = Promise.withResolvers<void>();
		vi.spyOn(leader.store, 'writtenOrFailing').mockReturnValueOnce(written.promise);
		const image = picture();
		const added = leader.images.add(image);
		leader.images.sendMore();
		await sent(leader);
		written.resolve();
		await added;
		await leader.images.add(picture());
		await when([other.images.changed], () => other.images.unsent === 0);
		await Promise.all([sent(other), sent(leader)]);
		expect(other.images.stateOf(image.id)).toBeUndefined();
	});

	it('are tried again at once when the network is back', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		vi.spyOn(device, 'sendImage').mockResolvedValueOnce(0);
		const image = picture();
		await rara.images.add(image);
		await when([rara.images.changed], () => rara.images.stateOf(image.id)?.step === 'waiting');
		await Promise.resolve();
		device.wake();
		await sent(rara);
		expect(await onServer(image.id)).toBe(pageId);
	});

	it('wait for their page when that was made offline too', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		device.goOffline();
		const made = newPage();
		await rara.outbox.send('pages.create', made);
		await rara.images.add({ ...picture(), pageId: made.id });
		device.goOnline();
		await inSync(rara);
		await sent(rara);
		expect(rara.images.refused).toEqual([]);
	});

	it('are tried again after a pause when the server is busy', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		vi.spyOn(device, 'sendImage').mockResolvedValueOnce(503);
		const image = picture();
		await rara.images.add(image);
		await when([rara.images.changed], () => rara.images.stateOf(image.id)?.step === 'waiting');
		await Promise.resolve();
		device.fireTimers();
		await sent(rara);
		expect(await onServer(image.id)).toBe(pageId);
	});

	it('that the server does not take stay here and are told, until they are dismissed', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const image = { ...picture(), blob: new Blob(['no picture'], { type: 'image/png' }) };
		await rara.images.add(image);
		await when([rara.images.changed], () => rara.images.refused.length === 1);
		expect(rara.unsent).toBe(1);
		rara.images.dismiss(image.id);
		await rara.settled();
		expect(rara.unsent).toBe(0);
		expect(await rara.images.find(image.id)).toBeUndefined();
	});

	it('are sent from memory while this device cannot write them down', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		vi.spyOn(rara.store.db, 'transaction').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
		const image = picture();
		await rara.images.add(image);
		expect(rara.store.state).toBe('failed');
		await sent(rara);
		expect(await onServer(image.id)).toBe(pageId);
	});

	it('leave the device with their folder once the server has them', async () => {
		const rara = await sync.device('rara').openTab();
		await inSync(rara);
		const image = picture();
		await rara.images.add(image);
		await sent(rara);
		await rara.settled();
		expect(await rara.store.db.images.count()).toBe(1);
		await sync.home.send('wulan', 'folders.restrict', { id: folderId });
		await when([rara.engine.changed], () => rara.engine.copy.get('folders', folderId) === undefined);
		await rara.settled();
		expect(await rara.store.db.images.count()).toBe(0);
		expect(rara.state.now.lateEdits).toEqual([]);
	});

	it('are kept for their author when their folder is taken away before they are sent', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		device.goOffline();
		const image = picture();
		await rara.images.add(image);
		await sync.home.send('wulan', 'folders.restrict', { id: folderId });
		device.goOnline();
		await when([rara.state.changed], () => rara.state.now.lateEdits.length === 1);
		const [edit] = rara.state.now.lateEdits;
		expect(edit).toMatchObject({ pageId, title: 'Buka toko', images: [{ id: image.id }], updates: [] });
		expect(await rara.store.db.images.count()).toBe(0);
		expect(rara.unsent).toBe(0);
	});
});

let made = 0;
function picture() {
	made += 1;
	return { id: newImageId(), pageId, blob: new Blob([png(4, 3, `${made}`)], { type: 'image/png' }) };
}

function newPage() {
	return { id: uuidv7(), folderId, title: 'Tutup toko', kind: 'doc' as const, orderKey: 'a0' };
}

function sent(session: WorkspaceSession): Promise<void> {
	return when([session.images.changed], () => session.images.unsent === 0);
}

async function onServer(id: string): Promise<string | undefined> {
	const { db } = sync.home.services.storage;
	const row = await db.selectFrom('images').select('pageId').where('id', '=', id).executeTakeFirst();
	return row?.pageId;
}

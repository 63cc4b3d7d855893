import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { uuidv7 } from 'uuidv7';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { noDatabase } from '../../../tests/support/device.ts';
import {
	inSync,
	openSyncHome,
	when,
	type OnlineDevice,
	type SyncHome
} from '../../../tests/support/sync-home.ts';
import { syncState } from '../views/sync-state.ts';
import { DeviceCopies } from './device-copies.ts';
import { DeviceDirectory } from './device-directory.ts';
import { createWorkspace } from './workspace-face.ts';
import type { PageState } from './workspace.ts';
import type { WorkspaceSession } from './workspace-session.ts';

let sync: SyncHome;
let device: OnlineDevice;
let pageId: string;
beforeEach(async () => {
	sync = await openSyncHome();
	pageId = await sync.home.page('Buka toko', await sync.home.folder('Operasional'));
	device = sync.device('rara');
});
afterEach(() => sync.close());

describe('a browser without a database', () => {
	beforeEach(() => {
		device.indexedDB = noDatabase();
	});

	it('opens pages from the server and says that they are not kept on this device', async () => {
		const rara = await device.openTab();
		await inSyncOnline(rara);
		const page = await rara.pages.open(pageId);
		await when([page.changed], () => page.state.connection === 'on' && page.state.loaded);
		expect(page.state.stored).toBe('failed');
		expect(chip(rara, page.state)).toBe('saved');
	});

	it('saves what is written, and shows red until the server has it', async () => {
		const rara = await device.openTab();
		await inSyncOnline(rara);
		const page = await rara.pages.open(pageId);
		await when([page.changed], () => page.state.connection === 'on' && page.state.loaded);
		device.goOffline();
		write(page.doc, 'Nyalakan lampu');
		expect(chip(rara, page.state)).toBe('notSaved');
		device.goOnline();
		await when([page.changed], () => page.state.saved && page.state.connection === 'on');
		expect(chip(rara, page.state)).toBe('saved');
		const yoga = await sync.device('yoga').openTab();
		await inSync(yoga);
		const theirs = await yoga.pages.open(pageId);
		await when([theirs.changed], () => theirs.state.loaded && theirs.state.connection === 'on');
		expect(theirs.doc.getXmlFragment(documentRoot).toJSON()).toContain('Nyalakan lampu');
	});

	it('makes pages on the server', async () => {
		const rara = await device.openTab();
		await inSyncOnline(rara);
		const folderId = rara.engine.copy.get('pages', pageId)?.folderId ?? '';
		const made = { id: uuidv7(), folderId, title: 'Tutup toko', kind: 'doc' as const, orderKey: 'a1' };
		expect(await rara.outbox.send('pages.create', made)).toHaveProperty('id');
		const page = await rara.pages.open(made.id);
		await when([page.changed], () => page.state.loaded && page.state.connection === 'on');
		expect(rara.unsent).toBe(0);
	});

	it('can be signed out of', async () => {
		const rara = await device.openTab();
		await inSyncOnline(rara);
		await expect(rara.store.remove()).resolves.toBeUndefined();
	});
});

describe('a database that fails for a while', () => {
	it('is not told that a text is saved which could not be read from it', async () => {
		const first = await device.openTab();
		await inSync(first);
		const page = await first.pages.open(pageId);
		await when([page.changed], () => page.state.loaded && page.state.connection === 'on');
		device.goOffline();
		write(page.doc, 'Tanpa jaringan');
		await when([page.changed], () => page.state.stored === 'yes');
		await first.close();
		const second = await device.openTab();
		const transaction = vi.spyOn(second.store.db, 'transaction');
		transaction.mockRejectedValueOnce(new DOMException('no', 'UnknownError'));
		const unread = await second.pages.open(pageId);
		expect(unread.state.stored).toBe('failed');
		device.goOnline();
		await inSync(second);
		await when([unread.changed], () => unread.state.loaded && unread.state.connection === 'on');
		await second.settled();
		expect((await second.pageStore.load(pageId))?.copy).toMatchObject({ unsent: 1 });
		expect(second.unsent).toBe(1);
	});
});

/** As `inSync`, where nothing is ever written down. */
function inSyncOnline({ state, engine }: WorkspaceSession): Promise<void> {
	return when(
		[state.changed, engine.changed],
		() => state.now.caughtUp && engine.copy.get('pages', pageId) !== undefined
	);
}

function chip(session: WorkspaceSession, page: PageState): string {
	const copies = new DeviceCopies(session, new DeviceDirectory(session.ports));
	const { status } = createWorkspace(session, copies);
	return syncState(status, page, 0);
}

function write(doc: Y.Doc, text: string): void {
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(text)]);
	doc.getXmlFragment(documentRoot).push([paragraph]);
}

import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { inSync, openSyncHome, when, type SyncHome } from '../../../tests/support/sync-home.ts';
import type { WorkspaceSession } from './workspace-session.ts';

let sync: SyncHome;
let pageId: string;
beforeEach(async () => {
	sync = await openSyncHome();
	pageId = await sync.home.page('Buka toko', await sync.home.folder('Operasional'));
});
afterEach(() => sync.close());

describe("a page's document on a device", () => {
	it('says saved when the server has it on disk, and a colleague reads it', async () => {
		const [rara, yoga] = await openBoth();
		const mine = await openPage(rara);
		const theirs = await openPage(yoga);
		write(mine.doc, 'Nyalakan lampu');
		expect(mine.state.saved).toBe(false);
		await when([mine.changed], () => mine.state.saved && mine.state.stored === 'yes');
		await when([theirs.changed], () => theirs.state.stored === 'yes' && textOf(theirs.doc).includes('lampu'));
		expect(rara.unsent).toBe(0);
	});

	it('says that the server fails on the page, keeps what is written, and sends it once it works', async () => {
		const { db } = sync.home.services.storage;
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const page = await openPage(rara);
		device.goOffline();
		await expect.poll(() => sync.home.services.pages.size().rooms).toBe(0);
		const { sha256 } = await db.selectFrom('pageState').select('sha256').executeTakeFirstOrThrow();
		await db.updateTable('pageState').set({ sha256: 'of other bytes' }).execute();
		write(page.doc, 'Nyalakan lampu');
		device.goOnline();
		await when([page.changed], () => page.state.failing);
		expect([page.state.saved, rara.unsent]).toEqual([false, 1]);
		await db.updateTable('pageState').set({ sha256 }).execute();
		await when([page.changed], () => page.state.saved);
		expect(page.state.failing).toBe(false);
	});

	it('says saved after a deletion too, which no state vector shows', async () => {
		const [rara] = await openBoth();
		const page = await openPage(rara);
		write(page.doc, 'Salah');
		await when([page.changed], () => page.state.saved);
		body(page.doc).delete(body(page.doc).length - 1, 1);
		expect(page.state.saved).toBe(false);
		await when([page.changed], () => page.state.saved);
		expect(textOf(page.doc)).not.toContain('Salah');
	});

	it('keeps what was typed offline over a restart, counts it as unsent, and sends it', async () => {
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		const page = await openPage(first);
		device.goOffline();
		write(page.doc, 'Tanpa jaringan');
		await when([page.changed], () => page.state.stored === 'yes');
		expect(page.state.saved).toBe(false);
		await first.close();
		const second = await device.openTab();
		expect(second.unsent).toBe(1);
		const again = await second.pages.open(pageId);
		expect(textOf(again.doc)).toContain('Tanpa jaringan');
		device.goOnline();
		await inSync(second);
		await when([again.changed], () => again.state.saved);
		expect(second.unsent).toBe(0);
	});

	it('holds what was typed last when it is opened again before the disk has it', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const page = await openPage(rara);
		device.goOffline();
		const letGo = holdWrites(rara);
		write(page.doc, 'Nyalakan lampu');
		page.close();
		const again = await rara.pages.open(pageId);
		expect(textOf(again.doc)).toContain('Nyalakan lampu');
		again.close();
		letGo();
		await rara.close();
		const next = await device.openTab();
		expect(textOf((await next.pages.open(pageId)).doc)).toContain('Nyalakan lampu');
	});

	it('is sent by the tab that leads, which asks no disk again and again for what is still written', async () => {
		const device = sync.device('rara', { hasTabs: true });
		const leader = await device.openTab();
		await inSync(leader);
		const second = await device.openTab();
		await when([second.state.changed], () => second.state.now.caughtUp);
		const shut = vi.spyOn(device, 'openSocket').mockImplementation(() => shutDoor());
		const page = await second.pages.open(pageId);
		shut.mockRestore();
		const letGo = holdWrites(second);
		const opened = vi.spyOn(leader.pages, 'openQuietly');
		write(page.doc, 'Nyalakan lampu');
		page.close();
		await when([leader.state.changed], () => leader.unsent === 1);
		await expect.poll(() => opened.mock.calls.length).toBeGreaterThan(0);
		for (let turn = 0; turn < 50; turn++) await second.engine.idle();
		expect(opened.mock.calls.length).toBeLessThan(3);
		letGo();
		await expect.poll(() => leader.unsent).toBe(0);
		const yoga = await sync.device('yoga').openTab();
		await inSync(yoga);
		expect(textOf((await openPage(yoga)).doc)).toContain('Nyalakan lampu');
	});

	it('sends what was pasted offline in parts, however much it is, and loses no byte', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const page = await openPage(rara);
		device.goOffline();
		for (let part = 0; part < 60; part++)
			write(page.doc, `${part}. ${'Segel utuh, label lurus. '.repeat(1_200)}`);
		expect(Y.encodeStateAsUpdate(page.doc).length).toBeGreaterThan(1_500_000);
		device.goOnline();
		await when([page.changed], () => page.state.saved && page.state.connection === 'on');
		expect(page.state.refused).toBeNull();
		const yoga = await sync.device('yoga').openTab();
		await inSync(yoga);
		const theirs = await openPage(yoga);
		await when([theirs.changed], () => textOf(theirs.doc).includes('59. Segel'));
		expect(Y.encodeStateAsUpdate(theirs.doc)).toEqual(Y.encodeStateAsUpdate(page.doc));
	});

	it('is calm again when what the server did not take is gone and the rest is saved', async () => {
		const [rara] = await openBoth();
		const page = await openPage(rara);
		body(page.doc).push([new Y.XmlElement('marquee')]);
		await when([page.changed], () => page.state.refused === 'schema');
		write(page.doc, 'Nyalakan lampu');
		await when([page.changed], () => page.state.refused === 'schema');
		expect(page.state.saved).toBe(false);
		body(page.doc).delete(body(page.doc).length - 2, 1);
		await when([page.changed], () => page.state.saved);
		expect(page.state.refused).toBeNull();
		expect(rara.unsent).toBe(0);
	});

	it('knocks at a shut door after growing pauses, however often records change', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		let knocks = 0;
		vi.spyOn(device, 'openSocket').mockImplementation(() => {
			knocks += 1;
			return shutDoor();
		});
		await rara.pages.open(pageId);
		const rests: number[] = [];
		for (const title of ['Pagi', 'Siang', 'Malam']) {
			await sync.home.send('wulan', 'pages.rename', { id: pageId, title });
			await when([rara.engine.changed], () => rara.engine.copy.get('pages', pageId)?.title === title);
			expect(knocks).toBe(rests.length + 1);
			const rest = device.timers.findLast(({ ms }) => ms >= 1_000 && ms < 10_000);
			rests.push(rest?.ms ?? 0);
			rest?.work();
			await Promise.resolve();
		}
		expect(rests).toEqual([1_000, 2_000, 4_000]);
	});

	it('sends what was typed offline though nobody opens the page again, and tells nobody of a visit', async () => {
		const device = sync.device('rara');
		const first = await device.openTab();
		await inSync(first);
		const page = await openPage(first);
		device.goOffline();
		write(page.doc, 'Tanpa jaringan');
		await when([page.changed], () => page.state.stored === 'yes');
		await first.close();
		const dimas = await sync.device('dimas').openTab();
		await inSync(dimas);
		device.goOnline();
		const second = await device.openTab();
		await when([second.state.changed], () => second.state.now.caughtUp && second.unsent === 0);
		expect(dimas.state.now.presence[pageId] ?? []).toEqual([]);
		expect(textOf((await openPage(dimas)).doc)).toContain('Tanpa jaringan');
	});

	it('lets a page be made and written offline, and seeds its text once', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const folderId = await sync.home.folder('Gudang');
		await when([rara.engine.changed], () => rara.engine.copy.get('folders', folderId) !== undefined);
		device.goOffline();
		const id = uuidv7();
		const input = { id, folderId, title: 'Terima barang', kind: 'sop' as const, orderKey: 'a0' };
		await rara.outbox.send('pages.create', input);
		const page = await rara.pages.open(id);
		expect(page.state.loaded).toBe(true);
		write(page.doc, 'Hitung dus');
		device.goOnline();
		await inSync(rara);
		await when([page.changed], () => page.state.saved && page.state.connection === 'on');
		const yoga = await sync.device('yoga').openTab();
		await inSync(yoga);
		const theirs = await yoga.pages.open(id);
		await when([theirs.changed], () => theirs.state.loaded && theirs.state.connection === 'on');
		expect(textOf(theirs.doc)).toBe(textOf(page.doc));
		expect(textOf(theirs.doc).match(/<sopGoal/gi)).toHaveLength(1);
	});

	it('keeps unsent text of a lost folder apart for its author', async () => {
		const device = sync.device('rara');
		const rara = await device.openTab();
		await inSync(rara);
		const page = await openPage(rara);
		device.goOffline();
		write(page.doc, 'Catatan saya');
		await when([page.changed], () => page.state.stored === 'yes');
		const { folderId } = rara.engine.copy.get('pages', pageId) ?? { folderId: '' };
		await sync.home.send('wulan', 'folders.restrict', { id: folderId });
		device.goOnline();
		await when([rara.state.changed], () => rara.state.now.lateEdits.length === 1);
		const doc = new Y.Doc();
		for (const update of rara.state.now.lateEdits[0]?.updates ?? []) Y.applyUpdate(doc, update);
		expect(textOf(doc)).toContain('Catatan saya');
		expect(page.state.readOnly).toBe('lost');
		expect(rara.unsent).toBe(0);
	});
});

async function openBoth(): Promise<[WorkspaceSession, WorkspaceSession]> {
	const rara = await sync.device('rara').openTab();
	const yoga = await sync.device('yoga').openTab();
	await inSync(rara);
	await inSync(yoga);
	return [rara, yoga];
}

async function openPage(session: WorkspaceSession) {
	const page = await session.pages.open(pageId);
	await when([page.changed], () => page.state.loaded && page.state.connection === 'on');
	return page;
}

/** Keeps what is typed on pages from a tab's disk until it is let go. */
function holdWrites({ pageStore }: WorkspaceSession): () => void {
	const held = Promise.withResolvers<void>();
	const append = pageStore.append.bind(pageStore);
	vi.spyOn(pageStore, 'append').mockImplementation(async (...write) => {
		await held.promise;
		return append(...write);
	});
	return held.resolve;
}

function body(doc: Y.Doc): Y.XmlFragment {
	return doc.getXmlFragment(documentRoot);
}

function write(doc: Y.Doc, text: string): void {
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText(text)]);
	body(doc).push([paragraph]);
}

function textOf(doc: Y.Doc): string {
	return body(doc).toJSON();
}

/** A socket that the server closes at once because access has changed. */
function shutDoor(): WebSocket {
	const socket = {
		readyState: 0,
		send: () => undefined,
		close: () => undefined,
		onclose: (_: unknown) => undefined
	};
	queueMicrotask(() => socket.onclose({ code: 4403, reason: '' }));
	return socket as unknown as WebSocket;
}

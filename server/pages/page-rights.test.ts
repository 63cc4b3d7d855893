import { once } from 'node:events';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type * as Y from 'yjs';
import { closeCodes, pageSchemaVersion } from '#domain/wire/protocol.ts';
import { PageClient } from '../../tests/support/page-client.ts';
import { openPageTest, type PageTest } from '../../tests/support/page-test.ts';
import { startSession } from '../../tests/support/sign-in.ts';
import { assertDone } from '../../tests/support/test-workspace.ts';

let test: PageTest;
let folderId: string;
let pageId: string;

beforeEach(async () => {
	test = await openPageTest();
	folderId = await test.home.folder('Dapur');
	pageId = await test.home.page('Cuci tangan', folderId);
});
afterEach(() => test.close());

function storedRows(page = pageId) {
	return test.home.services.storage.db
		.selectFrom('pageUpdate')
		.select(['memberId', 'seq'])
		.where('pageId', '=', page)
		.orderBy('seq')
		.execute();
}

async function openSaved(person: Parameters<PageTest['open']>[0], doc?: Y.Doc): Promise<PageClient> {
	const client = test.open(person, pageId, doc);
	await client.untilSaved();
	return client;
}

/** Gives Hendra, a vendor, a level in the folder for a while; answers the grant's id. */
async function giveHendra(
	level: 'view' | 'edit',
	endsAt = test.home.clock.now() + 1_000_000,
	id = uuidv7()
): Promise<string> {
	const memberId = test.home.memberId('hendra');
	assertDone(
		await test.home.send('wulan', 'grants.set', { id, folderId, memberId, role: null, level, endsAt })
	);
	return id;
}

describe('who may do what on a page’s socket', () => {
	it('answers a missing page, a foreign page and no access alike', async () => {
		const closed = await test.home.folder('Rahasia', null, true);
		const secret = await test.home.page('Gaji', closed);
		const codes = await Promise.all(
			[uuidv7(), secret, 'no-id'].map((id) => test.open('hendra', id).untilClosed())
		);
		expect(codes).toEqual([closeCodes.notFound, closeCodes.notFound, closeCodes.notFound]);
	});

	it('sends nobody in who is not signed in', async () => {
		const stranger = new PageClient(test.url(pageId), {});
		expect(await stranger.untilClosed()).toBe(closeCodes.sessionEnded);
		expect(stranger.contentBytes).toBe(0);
	});

	it('refuses a cookie that comes from a foreign page or says nothing of where it comes from', async () => {
		for (const headers of [{ cookie: 'sid=x' }, { cookie: 'sid=x', origin: 'https://evil.example' }]) {
			const socket = new WebSocket(test.url(pageId), { headers });
			const [error] = (await once(socket, 'error')) as [Error];
			expect(error.message).toContain('403');
		}
	});

	it('closes an editor that is older than the page schema', async () => {
		const url = test.url(pageId, `?saved=1&schema=${pageSchemaVersion - 1}`);
		const old = new PageClient(url, test.as('rara'));
		expect(await old.untilClosed()).toBe(closeCodes.tooOld);
	});

	it('takes no text from somebody who may only read, and shows them the others’', async () => {
		await giveHendra('view');
		const hendra = await openSaved('hendra');
		const rara = await openSaved('rara');
		const before = rara.text;
		hendra.write('Saya boleh?');
		await hendra.untilSaved();
		expect(hendra.refusals).toEqual(['read_only']);
		rara.write('Boleh dibaca');
		await hendra.until(() => hendra.text.includes('Boleh dibaca'));
		expect(rara.text.startsWith(before)).toBe(true);
		expect(rara.text).not.toContain('Saya boleh');
	});

	it('closes the socket of somebody whose grant was taken, and no byte of text follows', async () => {
		const grantId = await giveHendra('edit');
		const hendra = await openSaved('hendra');
		const rara = await openSaved('rara');
		const received = hendra.contentBytes;
		assertDone(await test.home.send('wulan', 'grants.remove', { id: grantId }));
		rara.write('Ini rahasia');
		await rara.untilSaved();
		expect(await hendra.untilClosed()).toBe(closeCodes.accessChanged);
		expect(hendra.contentBytes).toBe(received);
	});

	it('closes the socket when a grant’s end date passes, though nobody does anything', async () => {
		await giveHendra('edit', test.home.clock.now() + 60_000);
		const hendra = await openSaved('hendra');
		const rara = await openSaved('rara');
		const received = hendra.contentBytes;
		test.home.clock.advance(60_000);
		rara.write('Setelah batas waktu');
		expect(await hendra.untilClosed()).toBe(closeCodes.accessChanged);
		expect(hendra.contentBytes).toBe(received);
	});

	it('closes the socket when the page moves to where somebody may not look', async () => {
		const closed = await test.home.folder('Rahasia', null, true);
		const yoga = await openSaved('yoga');
		assertDone(await test.home.send('wulan', 'pages.move', { id: pageId, folderId: closed, orderKey: 'a1' }));
		expect(await yoga.untilClosed()).toBe(closeCodes.accessChanged);
	});

	it('closes the socket when the sign-in ends', async () => {
		const yoga = await openSaved('yoga');
		test.signOut('yoga');
		expect(await yoga.untilClosed()).toBe(closeCodes.sessionEnded);
	});

	it('turns a writer into a reader without closing, and what was sent before the change stays', async () => {
		const grantId = await giveHendra('edit');
		const hendra = await openSaved('hendra');
		hendra.write('Sebelum');
		await hendra.untilSaved();
		await giveHendra('view', undefined, grantId);
		hendra.write('Sesudah');
		await hendra.untilSaved();
		expect(hendra.refusals).toEqual(['read_only']);
		const rara = await openSaved('rara');
		expect(rara.text).toContain('Sebelum');
		expect(rara.text).not.toContain('Sesudah');
	});

	it('takes no text into a page that lies in the trash, until it is restored', async () => {
		const rara = await openSaved('rara');
		assertDone(await test.home.send('wulan', 'pages.trash', { id: pageId }));
		rara.write('Ke sampah');
		await rara.untilSaved();
		expect(rara.refusals).toEqual(['read_only']);
		assertDone(await test.home.send('wulan', 'pages.restore', { id: pageId }));
		const again = await openSaved('rara', rara.doc);
		expect(again.refusals).toEqual([]);
		expect((await openSaved('yoga')).text).toContain('Ke sampah');
	});

	it('lets one person in 64 times, and others all the same', async () => {
		await Promise.all(Array.from({ length: 64 }, () => test.open('rara', pageId).untilSynced()));
		expect(await test.open('rara', pageId).untilClosed()).toBe(closeCodes.tooSlow);
		await openSaved('yoga');
	});

	it('drops the text of a purged page and sends everybody out of it', async () => {
		const yoga = await openSaved('yoga');
		assertDone(await test.home.send('wulan', 'pages.trash', { id: pageId }));
		assertDone(await test.home.send('wulan', 'pages.purge', { id: pageId }));
		expect(await yoga.untilClosed()).toBe(closeCodes.accessChanged);
		await test.home.services.pages.close();
		const { db } = test.home.services.storage;
		expect(await storedRows()).toEqual([]);
		expect(await db.selectFrom('pageState').selectAll().execute()).toEqual([]);
	});
});

describe('who comes in by the real door', () => {
	let door: PageTest;
	beforeEach(async () => {
		door = await openPageTest({ isRealDoor: true });
		pageId = await door.home.page('Buka toko', await door.home.folder('Toko'));
	});
	afterEach(() => door.close());

	it('lets a signed-in browser in, and sends it out within a second of signing out', async () => {
		const { cookie, accountId, sessionId } = await startSession(door.home, 'rara');
		const headers = { cookie, origin: door.origin };
		const rara = new PageClient(door.url(pageId), headers);
		await rara.untilSaved();
		rara.write('Masuk');
		await rara.untilSaved();
		const ended = performance.now();
		await door.home.services.sessions.end(accountId, sessionId);
		expect(await rara.untilClosed()).toBe(closeCodes.sessionEnded);
		expect(performance.now() - ended).toBeLessThan(1_000);
		const again = new PageClient(door.url(pageId), headers);
		expect(await again.untilClosed()).toBe(closeCodes.sessionEnded);
	});

	it('sends a deactivated person out within a second', async () => {
		const { cookie } = await startSession(door.home, 'yoga');
		const yoga = new PageClient(door.url(pageId), { cookie, origin: door.origin });
		await yoga.untilSaved();
		const ended = performance.now();
		const id = door.home.memberId('yoga');
		assertDone(await door.home.send('wulan', 'members.deactivate', { id }));
		expect(await yoga.untilClosed()).toBe(closeCodes.sessionEnded);
		expect(performance.now() - ended).toBeLessThan(1_000);
	});
});

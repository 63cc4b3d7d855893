import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { closeCodes, pageSchemaVersion } from '#domain/wire/protocol.ts';
import { PageClient } from '../../tests/support/page-client.ts';
import { openPageTest, type PageTest } from '../../tests/support/page-test.ts';
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

describe('writing a page together', () => {
	it('gives a newcomer the text that the page began with', async () => {
		const rara = test.open('rara', pageId);
		await rara.untilSynced();
		expect(rara.text).toContain('<paragraph');
	});

	it('confirms an edit only when it is on disk, and shows it to the others', async () => {
		const [rara, yoga] = [await openSaved('rara'), await openSaved('yoga')];
		rara.write('Pakai sabun');
		await rara.untilSaved();
		expect((await storedRows()).at(-1)).toEqual({ memberId: test.home.memberId('rara'), seq: 2 });
		expect(rara.savedVector.get(rara.doc.clientID)).toBeGreaterThan(0);
		await yoga.until(() => yoga.text.includes('Pakai sabun'));
	});

	it('confirms a deletion, which no state vector shows', async () => {
		const rara = await openSaved('rara');
		const before = rara.handled;
		rara.body.delete(0, 1);
		await rara.untilSaved();
		expect(rara.handled).toBe(before + 1);
		expect(await storedRows()).toHaveLength(2);
	});

	it('writes nothing down twice when the same update comes again', async () => {
		const rara = await openSaved('rara');
		rara.write('Sekali saja');
		rara.sendUpdate(Y.encodeStateAsUpdate(rara.doc));
		rara.sendUpdate(Y.encodeStateAsUpdate(rara.doc));
		await rara.untilSaved();
		expect(await storedRows()).toHaveLength(2);
		expect(rara.refusals).toEqual([]);
	});

	it('lets any y-websocket client join, write and read', async () => {
		const rara = await openSaved('rara');
		class WithKey extends WebSocket {
			constructor(address: string) {
				super(address, { headers: test.as('yoga') });
			}
		}
		const doc = new Y.Doc();
		const provider = new WebsocketProvider(test.url('', '').replace(/\/$/, ''), pageId, doc, {
			WebSocketPolyfill: WithKey as unknown as typeof globalThis.WebSocket,
			disableBc: true
		});
		try {
			await new Promise((resolve) => provider.once('sync', resolve));
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText('dari program lain')]);
			doc.getXmlFragment('body').push([paragraph]);
			await rara.until(() => rara.text.includes('dari program lain'));
			const heard = new Promise((resolve) => doc.once('update', resolve));
			rara.write('Terima kasih');
			await heard;
			expect(doc.getXmlFragment('body').toJSON()).toContain('Terima kasih');
		} finally {
			provider.destroy();
		}
	});

	it('folds the log into one proven state when the last person leaves', async () => {
		const rara = await openSaved('rara');
		for (const text of ['satu', 'dua', 'tiga']) rara.write(text);
		await rara.untilSaved();
		rara.socket.close();
		await rara.untilClosed();
		const again = test.open('rara', pageId);
		await again.untilSynced();
		expect(again.text).toBe(rara.text);
		expect(await storedRows()).toEqual([]);
	});

	it('tells other devices through the page’s row once the room is empty', async () => {
		const heard: unknown[] = [];
		test.home.services.bus.subscribe((news) => heard.push(...news.changes.map(({ after }) => after)));
		const rara = await openSaved('rara');
		rara.write('Baru');
		await rara.untilSaved();
		rara.socket.close();
		await test.home.services.pages.close();
		expect(heard).toContainEqual(expect.objectContaining({ id: pageId, contentSeq: 2 }));
	});

	it('refuses to open a page whose stored state was changed on disk', async () => {
		const { bytes } = await test.home.services.storage.db
			.selectFrom('pageUpdate')
			.select('bytes')
			.where('pageId', '=', pageId)
			.executeTakeFirstOrThrow();
		await test.home.services.storage.db
			.insertInto('pageState')
			.values({ pageId, upToSeq: 1, bytes, sha256: 'of other bytes' })
			.execute();
		const late = test.open('dimas', pageId);
		const code = await late.untilClosed();
		expect([code, late.synced]).toEqual([closeCodes.failed, false]);
	});
});

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

describe('what does not belong on a page', () => {
	it('refuses an update in a colleague’s name', async () => {
		const rara = await openSaved('rara');
		rara.write('Milik Rara');
		await rara.untilSaved();
		const forged = new Y.Doc();
		Y.applyUpdate(forged, Y.encodeStateAsUpdate(rara.doc));
		forged.clientID = rara.doc.clientID;
		const yoga = await openSaved('yoga');
		const before = Y.encodeStateVector(forged);
		forged.getXmlFragment('body').push([new Y.XmlElement('paragraph')]);
		yoga.sendUpdate(Y.encodeStateAsUpdate(forged, before));
		await yoga.untilSaved();
		expect(yoga.refusals).toEqual(['foreign_client']);
		expect(yoga.text).toBe(rara.text);
	});

	it('refuses a client id that a colleague’s open editor has announced, before it wrote anything', async () => {
		const rara = await openSaved('rara');
		rara.sendPresence({ cursor: null }, 4711);
		const yoga = await openSaved('yoga');
		await yoga.until(() => yoga.others.size > 0);
		const forged = new Y.Doc();
		forged.clientID = 4711;
		forged.getXmlFragment('body').push([new Y.XmlElement('paragraph')]);
		yoga.sendUpdate(Y.encodeStateAsUpdate(forged));
		await yoga.untilSaved();
		expect(yoga.refusals).toEqual(['foreign_client']);
	});

	it('asks for the rest when something is missing in between, and then has all of it', async () => {
		const rara = await openSaved('rara');
		rara.dropNext = 1;
		rara.write('Hilang di jalan');
		rara.write('Sampai');
		await rara.untilSaved();
		expect(rara.refusals).toEqual(['missing_predecessor']);
		const yoga = await openSaved('yoga');
		expect(yoga.text).toContain('Hilang di jalan');
		expect(yoga.text).toContain('Sampai');
	});

	it('closes a socket that speaks another language', async () => {
		const frames: (Uint8Array | string)[] = [
			'text',
			new Uint8Array([9]),
			new Uint8Array([0, 7, 0]),
			new Uint8Array(0)
		];
		for (const frame of frames) {
			const rara = await openSaved('rara');
			rara.sendFrame(frame);
			expect(await rara.untilClosed()).toBe(closeCodes.badFrame);
		}
	});

	it('closes a socket whose state vector names a million writers', async () => {
		const rara = await openSaved('rara');
		const vector = encoding.createEncoder();
		encoding.writeVarUint(vector, 200_000);
		for (let i = 0; i < 200_000; i++) encoding.writeVarUint(vector, 1);
		const bytes = encoding.toUint8Array(vector);
		const frame = encoding.createEncoder();
		for (const number of [0, 0]) encoding.writeVarUint(frame, number);
		encoding.writeVarUint8Array(frame, bytes);
		rara.sendFrame(encoding.toUint8Array(frame));
		expect(await rara.untilClosed()).toBe(closeCodes.badFrame);
	});

	it('says that an update was too large', async () => {
		const rara = await openSaved('rara');
		rara.write('x'.repeat(300_000));
		await rara.untilSaved();
		expect(rara.refusals).toEqual(['too_large']);
	});
});

describe('who is here', () => {
	const caret = { anchor: { tname: 'body', assoc: 0 }, head: { tname: 'body', assoc: 0 } };

	it('is said by the server, whatever the client claims to be', async () => {
		const rara = await openSaved('rara');
		const yoga = await openSaved('yoga');
		rara.sendPresence({ cursor: caret, user: { name: 'Wulan' }, text: 'rahasia' });
		await yoga.until(() => yoga.others.size === 1);
		const [[id, state] = [0, undefined]] = yoga.others;
		expect(id).not.toBe(rara.doc.clientID);
		expect(state).toEqual({
			cursor: caret,
			user: {
				memberId: test.home.memberId('rara'),
				name: 'Rara Kusumaningtyas',
				color: expect.any(Number) as number
			}
		});
	});

	it('is one state for each socket, however many ids a client makes up', async () => {
		const rara = await openSaved('rara');
		const yoga = await openSaved('yoga');
		for (let id = 1; id <= 20; id++) rara.sendPresence({ cursor: null }, id);
		await yoga.until(() => yoga.others.size > 0);
		rara.write('selesai');
		await yoga.until(() => yoga.text.includes('selesai'));
		expect(yoga.others.size).toBe(1);
	});

	it('ends with the socket', async () => {
		const rara = await openSaved('rara');
		const yoga = await openSaved('yoga');
		rara.sendPresence({ cursor: null });
		await yoga.until(() => yoga.others.size === 1);
		rara.socket.terminate();
		await yoga.until(() => yoga.others.size === 0);
	});
});

describe('a new page', () => {
	const base64 = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
	const create = (content?: string, id = uuidv7()) =>
		test.home.send('rara', 'pages.create', {
			id,
			folderId,
			title: 'Baru',
			kind: 'sop',
			orderKey: 'a5',
			...(content !== undefined && { content })
		});

	it('begins with the very bytes of the device that made it offline', async () => {
		const doc = new Y.Doc();
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [new Y.XmlText('dari gudang')]);
		doc.getXmlFragment('body').push([paragraph]);
		const id = uuidv7();
		assertDone(await create(base64(doc), id));
		const rara = test.open('rara', id, doc);
		await rara.untilSaved();
		expect(rara.text).toBe('<paragraph>dari gudang</paragraph>');
		rara.write('lanjut');
		await rara.untilSaved();
		expect(rara.refusals).toEqual([]);
	});

	it('is refused whole when its text is not what a page may hold', async () => {
		const doc = new Y.Doc();
		doc.getXmlFragment('body').push([new Y.XmlElement('iframe')]);
		const id = uuidv7();
		expect(await create(base64(doc), id)).toMatchObject({ ok: false, refusal: { field: 'content' } });
		expect(await test.open('rara', id).untilClosed()).toBe(closeCodes.notFound);
	});

	it('gets the parts of an SOP when nothing comes with it', async () => {
		const id = uuidv7();
		assertDone(await create(undefined, id));
		const rara = test.open('rara', id);
		await rara.untilSynced();
		expect(rara.text).toMatch(/^<sopgoal.*<sopstep.*<sopstandard/);
	});
});

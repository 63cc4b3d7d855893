import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '#domain/wire/protocol.ts';
import type { PageClient } from '../../tests/support/page-client.ts';
import { openPageTest, type PageTest } from '../../tests/support/page-test.ts';

let test: PageTest;
let folderId: string;
let pageId: string;

beforeEach(async () => {
	test = await openPageTest();
	folderId = await test.home.folder('Dapur');
	pageId = await test.home.page('Cuci tangan', folderId);
});
afterEach(() => test.close());

async function openSaved(person: Parameters<PageTest['open']>[0], doc?: Y.Doc): Promise<PageClient> {
	const client = test.open(person, pageId, doc);
	await client.untilSaved();
	return client;
}

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

	it.each([
		['in nothing', { anchor: {}, head: {} }],
		['beside an item of a negative clock', at({ item: { client: 1, clock: -1 } })],
		['beside half an item', at({ item: { client: 1, clock: 0.5 } })],
		['in another root', at({ tname: 'cursors' })],
		['on a side that there is not', at({ tname: 'body', assoc: 7 })],
		['without a head', { anchor: caret.anchor }]
	])('is told without a caret that stands %s', async (_where, cursor) => {
		const rara = await openSaved('rara');
		const yoga = await openSaved('yoga');
		rara.sendPresence({ cursor });
		await yoga.until(() => yoga.others.size === 1);
		expect([...yoga.others.values()]).toMatchObject([{ cursor: null }]);
	});

	it('is told with a caret beside a letter', async () => {
		const rara = await openSaved('rara');
		const yoga = await openSaved('yoga');
		const cursor = at({ type: null, tname: null, item: { client: 4_294_967_295, clock: 3 }, assoc: -1 });
		rara.sendPresence({ cursor });
		await yoga.until(() => yoga.others.size === 1);
		expect([...yoga.others.values()]).toMatchObject([{ cursor }]);
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

function at(place: Record<string, unknown>) {
	return { anchor: place, head: place };
}

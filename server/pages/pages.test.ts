import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { closeCodes } from '#domain/wire/protocol.ts';
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

	it('sends a long text packed to a client that can read that, and the same text', async () => {
		const rara = test.open('rara', pageId);
		for (let step = 0; step < 100; step++) rara.write(`${step}. Cuci tangan dengan sabun, 20 detik.`);
		await rara.untilSaved();
		const plain = test.open('yoga', pageId);
		await plain.untilSynced();
		const packed = new PageClient(test.url(pageId, '?saved=1&packed=1'), test.as('yoga'));
		await packed.untilSynced();
		expect(packed.text).toBe(rara.text);
		expect(packed.lineBytes).toBeLessThan(plain.lineBytes / 2);
		packed.socket.terminate();
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

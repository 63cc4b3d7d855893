import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeCodes } from '#domain/wire/protocol.ts';
import { openFeedTest, type FeedTest } from '../../tests/support/feed-test.ts';
import { cast } from '../../tests/support/test-workspace.ts';

let test: FeedTest;
beforeEach(async () => {
	test = await openFeedTest();
});
afterEach(() => test.close());

const titles = (client: { copy: { of(noun: 'pages'): { row: object }[] } }) =>
	client.copy.of('pages').map(({ row }) => ('title' in row ? row.title : ''));

describe('the feed', () => {
	it('welcomes, says what is visible, sends it, and says when that is all', async () => {
		const folderId = await test.home.folder('Operasional');
		await test.home.page('Buka toko', folderId);
		const rara = test.connect('rara');
		await rara.caughtUp();
		expect(rara.frames.map(({ type }) => type)).toEqual([
			'welcome',
			'gained',
			'changes',
			'changes',
			'caughtUp'
		]);
		expect(titles(rara)).toEqual(['Buka toko']);
		expect(rara.copy.cursors.get(folderId)).toBeGreaterThan(0);
	});

	it('brings a commit to everybody who sees the folder, and to nobody else', async () => {
		const open = await test.home.folder('Operasional');
		const closed = await test.home.folder('Keuangan', null, true);
		const [rara, dimas] = [test.connect('rara'), test.connect('dimas')];
		await Promise.all([rara.caughtUp(), dimas.caughtUp()]);
		const both = [rara.next('changes'), dimas.next('changes')];
		await test.home.page('Buka toko', open);
		await Promise.all(both);
		await test.home.page('Gaji', closed);
		const last = [rara, dimas].map((client) =>
			client.frame((frame) => JSON.stringify(frame).includes('Tutup toko'))
		);
		await test.home.page('Tutup toko', open);
		await Promise.all(last);
		expect(rara.texts.join()).not.toContain('Gaji');
		expect(rara.texts.join()).not.toContain(closed);
		expect(titles(dimas)).toContain('Gaji');
	});

	it('answers a push after its rows, and a refused one with the reason', async () => {
		const folderId = await test.home.folder('Operasional');
		const rara = test.connect('rara');
		await rara.caughtUp();
		const id = uuidv7();
		const page = { id, folderId, title: 'Retur', kind: 'sop', orderKey: 'a1' } as const;
		expect(await rara.push('pages.create', page)).toMatchObject({ type: 'receipt' });
		expect(titles(rara)).toEqual(['Retur']);
		expect(await rara.push('pages.create', page)).toMatchObject({ code: 'already_exists', field: 'id' });
	});

	it('carries out the pushes of one device in their order, rights changes included', async () => {
		const rara = test.connect('rara');
		await rara.caughtUp();
		const id = uuidv7();
		const ask = { id, grantId: uuidv7(), parentId: null, name: 'Toko', orderKey: 'a1' };
		const answers = [
			rara.push('folders.create', ask),
			...Array.from({ length: 100 }, (_, n) => rara.push('folders.rename', { id, name: `Toko ${n}` }))
		];
		const versions = (await Promise.all(answers)).map((answer) => answer.version ?? 0);
		expect(versions).toEqual([...versions].sort((a, b) => a - b));
		expect(rara.copy.of('folders').map(({ row }) => ('name' in row ? row.name : ''))).toEqual(['Toko 99']);
	});

	it('takes a folder away before anything else when it is restricted, and gives it back whole', async () => {
		const folderId = await test.home.folder('Operasional');
		await test.home.page('Buka toko', folderId);
		const rara = test.connect('rara');
		await rara.caughtUp();
		const [lost, settled] = [rara.next('lost'), rara.next('caughtUp')];
		await test.home.send('wulan', 'folders.restrict', { id: folderId });
		expect((await lost).folderIds).toEqual([folderId]);
		expect(rara.copy.of('pages')).toEqual([]);
		await settled;
		const gained = rara.next('caughtUp');
		await test.home.send('wulan', 'folders.open', { id: folderId });
		await gained;
		expect(titles(rara)).toEqual(['Buka toko']);
	});

	it('sends after a pause only what changed, departures and tombstones included', async () => {
		const [one, two] = [await test.home.folder('Operasional'), await test.home.folder('Gudang')];
		const closed = await test.home.folder('Keuangan', null, true);
		const [stay, move, leave, purge] = [
			await test.home.page('Tetap', one),
			await test.home.page('Pindah', one),
			await test.home.page('Keluar', one),
			await test.home.page('Hapus', one)
		];
		const first = test.connect('rara');
		await first.caughtUp();
		await first.close();
		await test.home.send('wulan', 'pages.move', { id: move, folderId: two, orderKey: 'a1' });
		await test.home.send('wulan', 'pages.move', { id: leave, folderId: closed, orderKey: 'a1' });
		await test.home.send('wulan', 'pages.trash', { id: purge });
		await test.home.send('wulan', 'pages.purge', { id: purge });
		const again = test.connect('rara', first.copy);
		await again.caughtUp();
		expect(titles(again).sort()).toEqual(['Pindah', 'Tetap']);
		expect(again.texts.join()).not.toContain(stay);
		expect(again.frames.some(({ type }) => type === 'gained' || type === 'lost')).toBe(false);
	});

	it('tells an outsider only of people who share a folder, and only of grants that are theirs', async () => {
		const folderId = await test.home.folder('Foto produk', null, true);
		const endsAt = test.home.clock.now() + 1_000;
		const grant = (person: 'nadia' | 'hendra', ends: number) =>
			test.home.send('wulan', 'grants.set', {
				id: uuidv7(),
				folderId,
				memberId: test.home.memberId(person),
				role: null,
				level: 'view',
				endsAt: ends
			});
		await grant('nadia', endsAt + 10_000);
		const nadia = test.connect('nadia');
		await nadia.caughtUp();
		const names = () => nadia.copy.of('members').map(({ row }) => ('name' in row ? row.name : ''));
		expect(names().sort()).toEqual(['Dimas Nugroho', 'Nadia Safitri', 'Wulan Prameswari']);
		await Promise.all([
			nadia.frame((frame) => JSON.stringify(frame).includes('Hendra')),
			grant('hendra', endsAt)
		]);
		expect(nadia.copy.of('grants')).toHaveLength(1);
		const left = nadia.frame((frame) => frame.type === 'changes' && frame.strangers.length > 0);
		test.home.clock.advance(1_001);
		await left;
		expect(names()).not.toContain('Hendra Gunawan');
	});

	it('takes a folder away when the grant ends', async () => {
		const folderId = await test.home.folder('Foto produk', null, true);
		await test.home.send('wulan', 'grants.set', {
			id: uuidv7(),
			folderId,
			memberId: test.home.memberId('nadia'),
			role: null,
			level: 'edit',
			endsAt: test.home.clock.now() + 5_000
		});
		const nadia = test.connect('nadia');
		await nadia.caughtUp();
		expect(nadia.copy.of('folders')).toHaveLength(1);
		const lost = nadia.next('lost');
		test.home.clock.advance(5_000);
		expect((await lost).folderIds).toEqual([folderId]);
	});

	it('starts anew when somebody from outside became staff', async () => {
		const folderId = await test.home.folder('Foto produk', null, true);
		for (const person of ['nadia', 'rara'] as const)
			await test.home.send('wulan', 'grants.set', {
				id: uuidv7(),
				folderId,
				memberId: test.home.memberId(person),
				role: null,
				level: 'edit',
				endsAt: test.home.clock.now() + 5_000
			});
		const nadia = test.connect('nadia');
		await nadia.caughtUp();
		expect(nadia.copy.of('grants')).toHaveLength(1);
		const anew = nadia.next('caughtUp');
		await test.home.send('wulan', 'members.setRole', { id: test.home.memberId('nadia'), role: 'staff' });
		await anew;
		expect(nadia.copy.of('grants')).toHaveLength(2);
		expect(nadia.copy.of('members')).toHaveLength(Object.keys(cast).length);
	});

	it('takes every folder back from somebody who is deactivated, and says why it ends', async () => {
		const folderId = await test.home.folder('Operasional');
		const rizky = test.connect('rizky');
		await rizky.caughtUp();
		await test.home.send('wulan', 'members.deactivate', { id: test.home.memberId('rizky') });
		expect(await rizky.closed).toMatchObject({ code: closeCodes.noMember });
		expect(rizky.frames.at(-1)).toEqual({ type: 'lost', folderIds: [folderId] });
	});

	it('ends with 4401 when somebody signed out', async () => {
		const rara = test.connect('rara');
		await rara.caughtUp();
		test.signOut('rara');
		expect(await rara.closed).toMatchObject({ code: 4401 });
		const stranger = test.connect('rara');
		expect(await stranger.closed).toMatchObject({ code: 4401 });
		expect(stranger.frames).toEqual([]);
	});

	it('shows who is on a page, to those who may see the page and know the person', async () => {
		const open = await test.home.folder('Operasional');
		const closed = await test.home.folder('Keuangan', null, true);
		const [openPage, closedPage] = [await test.home.page('Buka', open), await test.home.page('Kas', closed)];
		const [wulan, dimas, rara] = [test.connect('wulan'), test.connect('dimas'), test.connect('rara')];
		await Promise.all([wulan.caughtUp(), dimas.caughtUp(), rara.caughtUp()]);
		const go = (client: typeof wulan, pageId: string | null) =>
			client.socket.send(JSON.stringify({ type: 'presence', pageId }));
		const seen = dimas.next('presence');
		go(wulan, closedPage);
		expect((await seen).pages).toEqual({ [closedPage]: [test.home.memberId('wulan')] });
		const [there, here] = [dimas.next('presence'), rara.next('presence')];
		go(wulan, openPage);
		expect((await there).pages).toEqual({ [openPage]: [test.home.memberId('wulan')] });
		await here;
		expect(rara.texts.join()).not.toContain(closedPage);
		go(rara, closedPage);
		const gone = rara.next('presence');
		go(wulan, null);
		expect((await gone).pages).toEqual({});
	});

	it.each([
		['{', 'is not JSON'],
		['{"type":"shout"}', ''],
		['['.repeat(40) + ']'.repeat(40), 'nested'],
		['{"type":"hello","protocol":1,"cursors":{"x":1},"people":{},"audience":null}', '']
	])('closes with 4422 on a frame that it cannot read: %s', async (text, reason) => {
		const rara = test.connect('rara');
		await rara.caughtUp();
		rara.socket.send(text);
		const closed = await rara.closed;
		expect(closed.code).toBe(4422);
		expect(closed.reason).toContain(reason);
	});

	it('refuses a socket that a foreign page opens', async () => {
		const { WebSocket } = await import('ws');
		const foreign = new WebSocket(test.connect('rara').socket.url, {
			headers: { authorization: 'Test rara', origin: 'https://evil.example' }
		});
		const status = await new Promise((resolve) => {
			foreign.on('unexpected-response', (_request, response) => resolve(response.statusCode));
		});
		expect(status).toBe(403);
	});
});

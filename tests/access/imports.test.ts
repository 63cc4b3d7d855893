import { setTimeout } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { largestZip } from '#server/import/imports.ts';
import { POST } from '../../src/routes/api/v1/w/[workspace]/imports/+server.ts';
import { GET } from '../../src/routes/api/v1/w/[workspace]/imports/[id]/+server.ts';
import { callRoute, type RouteAnswer } from '../support/call-route.ts';
import { startSession } from '../support/sign-in.ts';
import { trelloFile } from '../support/trello-board.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../support/test-workspace.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

const zip = zipSync({ 'sop/satu.md': strToU8('# Satu\n\n[dua](../dua.md)'), 'dua.md': strToU8('Dua') });

async function send(person: Person, folder: string, body: unknown = zip): Promise<RouteAnswer> {
	const { identity } = await startSession(home, person);
	const params = { workspace: home.workspaceId };
	return callRoute(home, POST, { identity, params, query: `?folder=${folder}`, method: 'POST', body });
}

async function ask(person: Person, id: unknown): Promise<RouteAnswer> {
	const { identity } = await startSession(home, person);
	return callRoute(home, GET, { identity, params: { workspace: home.workspaceId, id: String(id) } });
}

async function ended(person: Person, id: unknown): Promise<RouteAnswer> {
	for (;;) {
		const status = await ask(person, id);
		if (status.body['state'] !== 'running') return status;
		await setTimeout(20);
	}
}

describe('an import over HTTP', () => {
	it('takes a zip, and tells its owner alone how it went, for an hour', async () => {
		const begun = await send('rara', await home.folder('Operasional'));
		expect(begun.status).toBe(202);
		const { id } = begun.body;
		const { body } = await ended('rara', id);
		expect(body).toMatchObject({ state: 'done', done: 2, of: 2 });
		expect(body['report']).toMatchObject({ pages: 2, folders: 1, linksResolved: 1, notices: [] });
		expect((await ask('wulan', id)).status).toBe(404);
		expect((await ask('rara', uuidv7())).status).toBe(404);
		home.clock.advance(60 * 60_000);
		expect((await ask('rara', id)).status).toBe(404);
	});

	it('needs the right to edit the folder, or to make folders at the root', async () => {
		const open = await home.folder('Operasional');
		const closed = await home.folder('Keuangan', null, true);
		expect((await send('hendra', open)).status).toBe(404);
		expect((await send('rara', closed)).status).toBe(404);
		expect((await send('hendra', '')).status).toBe(404);
		expect((await send('rara', uuidv7())).status).toBe(404);
		expect((await send('rara', 'x')).body).toMatchObject({ code: 'invalid', field: 'folder' });
		const params = { workspace: home.workspaceId };
		expect((await callRoute(home, POST, { params, method: 'POST', body: zip })).status).toBe(401);
		const begun = await send('rara', '');
		expect((await ended('rara', begun.body['id'])).body['state']).toBe('done');
	});

	it('knows a zip by its bytes, and says what is wrong with one', async () => {
		expect((await send('rara', '', 'no zip at all')).body).toMatchObject({ code: 'unsupported' });
		const begun = await send('rara', '', zip.slice(0, 60));
		expect((await ended('rara', begun.body['id'])).body).toMatchObject({
			state: 'refused',
			refusal: 'zip_broken'
		});
	});

	it('tells what was made before it was refused', async () => {
		const folder = await home.folder('Operasional');
		const bus = home.services.bus.subscribe(({ changes }) => {
			if (changes.some(({ noun }) => noun === 'pages'))
				void home.send('wulan', 'folders.trash', { id: folder });
		});
		const begun = await send('rara', folder);
		const { body } = await ended('rara', begun.body['id']);
		bus();
		expect(body).toMatchObject({ state: 'refused', refusal: 'in_trash', report: { pages: 1 } });
	});

	it('runs one at a time for a member, and takes no more than 50 MB', async () => {
		const caller = home.caller('rara');
		const gate = Promise.withResolvers<undefined>();
		const slow = home.services.imports.begin(caller, null, after(gate.promise, zip));
		await setTimeout(50);
		expect((await send('rara', '')).body).toMatchObject({ code: 'busy' });
		const other = await send('yoga', '');
		expect(other.status).toBe(202);
		gate.resolve(undefined);
		expect(await slow).toHaveProperty('id');
		expect(await home.services.imports.begin(home.caller('dimas'), null, endless())).toBe('too_large');
		await ended('yoga', other.body['id']);
	});
});

describe('a Trello board over HTTP', () => {
	async function sendBoard(body: unknown, folder: string, kind = 'trello'): Promise<RouteAnswer> {
		const { identity } = await startSession(home, 'rara');
		const query = `?kind=${kind}&folder=${folder}`;
		return callRoute(home, POST, {
			identity,
			params: { workspace: home.workspaceId },
			query,
			method: 'POST',
			body
		});
	}

	it('is made beside the requests, and its report tells what came and what did not', async () => {
		const folder = await home.folder('Pemasaran');
		const cards = [{ id: 'c', idList: 'a', name: 'Foto', stickers: [{}, {}] }];
		const begun = await sendBoard(trelloFile({ lists: [{ id: 'a', name: 'To Do' }], cards }), folder);
		expect(begun.status).toBe(202);
		const { body } = await ended('rara', begun.body['id']);
		const notices = [{ kind: 'sticker', n: 2, names: ['Foto'] }];
		expect(body).toMatchObject({ state: 'done', done: 1, of: 1, report: { name: 'Rilis Senja', notices } });
		expect((await ask('wulan', begun.body['id'])).status).toBe(404);
	});

	it('is refused in words: at the root, of another kind, damaged, no board, too much', async () => {
		const folder = await home.folder('Pemasaran');
		expect((await sendBoard('{}', '')).body).toMatchObject({ code: 'invalid', field: 'folder' });
		expect((await sendBoard('{}', folder, 'jira')).body).toMatchObject({ code: 'invalid', field: 'kind' });
		expect(await sendBoard('{"cards":', folder)).toMatchObject({ status: 422, body: { code: 'broken' } });
		expect(await sendBoard('{}', folder)).toMatchObject({ status: 422, body: { code: 'unsupported' } });
		const cards = Array.from({ length: 5_001 }, () => 0);
		expect(await sendBoard(trelloFile({ cards }), folder)).toMatchObject({
			status: 422,
			body: { code: 'too_many' }
		});
		const large = new Uint8Array(8 * 1024 * 1024 + 1);
		expect(await sendBoard(large, folder)).toMatchObject({ status: 413, body: { code: 'too_large' } });
	});
});

async function* after(gate: Promise<undefined>, bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	await gate;
	yield bytes;
}

async function* endless(): AsyncGenerator<Uint8Array> {
	const megabyte = new Uint8Array(1024 * 1024);
	for (let sent = 0; sent <= largestZip; sent += megabyte.length) yield Promise.resolve(megabyte);
	yield megabyte;
}

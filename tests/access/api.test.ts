import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandNames } from '#domain/commands/commands.ts';
import { POST } from '../../src/routes/api/v1/w/[workspace]/commands/[name]/+server.ts';
import { GET as listPages } from '../../src/routes/api/v1/w/[workspace]/pages/+server.ts';
import { GET as listMembers } from '../../src/routes/api/v1/w/[workspace]/members/+server.ts';
import { GET as describeApi } from '../../src/routes/api/v1/openapi.json/+server.ts';
import { callRoute, type RouteCall } from '../support/call-route.ts';
import { startSession } from '../support/sign-in.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../support/test-workspace.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

async function command(person: Person, name: string, body: unknown, call: Partial<RouteCall> = {}) {
	const { identity } = await startSession(home, person);
	const params = { workspace: home.workspaceId, name };
	return callRoute(home, POST, { identity, params, method: 'POST', body, ...call });
}

describe('commands over HTTP', () => {
	it('answers the id and the version, and the same again for the same key', async () => {
		const id = await home.folder('Operasional');
		const headers = { 'Idempotency-Key': uuidv7() };
		const first = await command('rara', 'folders.rename', { id, name: 'Toko' }, { headers });
		const again = await command('rara', 'folders.rename', { id, name: 'Toko' }, { headers });
		expect(first.status).toBe(200);
		const result = { noun: 'folders', id };
		expect(first.body).toMatchObject({ ok: true, id: headers['Idempotency-Key'], result });
		expect(Number(first.body['version'])).toBeGreaterThan(0);
		expect(again.body).toEqual(first.body);
		const other = await command('rara', 'folders.rename', { id, name: 'Gudang' }, { headers });
		expect([other.status, other.body['code']]).toEqual([409, 'reused_id']);
	});

	it('takes a change only for the version that If-Match names, and says the present one', async () => {
		const id = await home.folder('Operasional');
		const send = (name: string, version: number) =>
			command('rara', 'folders.rename', { id, name }, { headers: { 'If-Match': `"${version}"` } });
		const stale = await send('Lama', 999);
		expect(stale.status).toBe(409);
		const version = Number(stale.body['version']);
		const done = await send('Baru', version);
		expect(done.status).toBe(200);
		expect((await send('Lagi', version)).body).toMatchObject({ version: done.body['version'] });
	});

	it('tells nobody the version of what they may not see', async () => {
		const id = await home.folder('Keuangan', null, true);
		const answer = await command(
			'rara',
			'folders.rename',
			{ id, name: 'X' },
			{ headers: { 'If-Match': '1' } }
		);
		expect(answer.status).toBe(404);
		expect(answer.body).not.toHaveProperty('version');
	});

	it('names the field of a wrong input, header or query', async () => {
		const wrong = await command('rara', 'folders.rename', { id: 'x', name: 'Toko' });
		expect([wrong.status, wrong.body['field']]).toEqual([422, 'id']);
		const key = await command('rara', 'folders.rename', {}, { headers: { 'Idempotency-Key': 'x' } });
		expect([key.status, key.body['field']]).toEqual([422, 'Idempotency-Key']);
		const { identity } = await startSession(home, 'rara');
		const params = { workspace: home.workspaceId };
		const list = await callRoute(home, listPages, { identity, params, query: '?limit=900' });
		expect([list.status, list.body['field']]).toEqual([422, 'limit']);
	});

	it.each(['{', '[]', '"x"', '['.repeat(100), '{"__proto__":{"id":1}}'])(
		'answers 422 to a body that is no input: %s',
		async (body) => {
			expect((await command('rara', 'folders.rename', body)).status).toBe(422);
		}
	);

	it('answers 413 above 512 kB, 401 to nobody, 404 to a stranger and to an unknown command', async () => {
		expect((await command('rara', 'pages.create', 'x'.repeat(600_000))).status).toBe(413);
		expect((await command('rara', 'folders.rename', {}, { identity: undefined })).status).toBe(401);
		const params = { workspace: uuidv7(), name: 'folders.rename' };
		expect((await command('rara', 'folders.rename', {}, { params })).status).toBe(404);
		expect((await command('rara', 'folders.explode', {})).status).toBe(404);
	});
});

describe('lists over HTTP', () => {
	it('come in parts that join without gap or repetition', async () => {
		const folder = await home.folder('Operasional');
		const ids: string[] = [];
		for (let n = 0; n < 7; n++) ids.push(await home.page(`SOP ${n}`, folder));
		const { identity } = await startSession(home, 'rara');
		const params = { workspace: home.workspaceId };
		const read: string[] = [];
		let next: string | null = '';
		while (next !== null) {
			const query = `?limit=3${next && `&cursor=${next}`}`;
			const { body } = await callRoute(home, listPages, { identity, params, query });
			read.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
			next = body['next'] as string | null;
		}
		expect(read).toEqual(ids.sort());
	});

	it('show an outsider only people who share a folder', async () => {
		const { identity } = await startSession(home, 'nadia');
		const { body } = await callRoute(home, listMembers, {
			identity,
			params: { workspace: home.workspaceId }
		});
		expect((body['items'] as { id: string }[]).map(({ id }) => id)).toEqual([home.memberId('nadia')]);
	});
});

describe('the description of the API', () => {
	it('has every command with its input and its refusals', async () => {
		const { body } = await callRoute(home, describeApi, {});
		expect(body['openapi']).toBe('3.1.0');
		const paths = body['paths'] as Record<string, { post?: { responses: object; requestBody: object } }>;
		for (const name of commandNames) {
			const operation = paths[`/api/v1/w/{workspace}/commands/${name}`]?.post;
			expect(Object.keys(operation?.responses ?? {})).toEqual(
				expect.arrayContaining(['200', '401', '404', '409', '413', '422', '429'])
			);
			expect(JSON.stringify(operation?.requestBody)).toContain('"id"');
			expect(JSON.stringify(operation?.responses)).toContain('"result"');
		}
	});
});

import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CastName } from '#server/demo/cast.ts';
import { startDemoServer, type DemoServer } from '../support/demo-server.ts';

let server: DemoServer;
beforeAll(async () => {
	server = await startDemoServer();
});
afterAll(() => server.close());

type Headers = Record<string, string>;

async function call(method: string, path: string, headers: Headers = {}, body?: unknown) {
	const content = body === undefined ? {} : { body: JSON.stringify(body) };
	const all = { 'Content-Type': 'application/json', ...headers };
	const response = await fetch(`${server.url}/api/v1${path}`, { method, headers: all, ...content });
	return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
}
interface Answer extends Record<string, unknown> {
	items?: { id: string; name: string }[];
	workspaces?: { slug: string }[];
}

/** Signs in as a browser does; the headers of its next requests, and the cookie as the server set it. */
async function signIn(name: CastName) {
	const answer = await call('POST', '/sessions', { Origin: server.url }, server.signIn(name));
	const cookie = answer.headers.get('set-cookie') ?? '';
	return {
		status: answer.status,
		cookie,
		headers: { Origin: server.url, Cookie: cookie.split(';')[0] ?? '' }
	};
}

const workspace = () => `/w/${server.demo.slug}`;

async function folderOf(headers: Headers, name?: string): Promise<{ id: string; name: string }> {
	const { body } = await call('GET', `${workspace()}/folders`, headers);
	const found = body.items?.find((folder) => name === undefined || folder.name === name);
	if (!found) throw new Error(`no folder ${name ?? ''} in ${JSON.stringify(body)}`);
	return found;
}

describe('a browser over HTTP', () => {
	it('gets a cookie that no script reads and no other site sends along', async () => {
		const { status, cookie } = await signIn('rara');
		expect(status).toBe(201);
		expect(cookie).toMatch(/^sid=[\w-]{43};/);
		expect(cookie).toMatch(/; HttpOnly/i);
		expect(cookie).toMatch(/; SameSite=Lax/i);
		expect(cookie).toMatch(/; Path=\//i);
		expect(cookie).not.toMatch(/Domain=/i);
	});

	it('sees its workspaces, and nothing any more after signing out', async () => {
		const { headers } = await signIn('rara');
		const before = await call('GET', '/workspaces', headers);
		expect(before.status).toBe(200);
		expect(before.body.workspaces).toEqual([expect.objectContaining({ slug: server.demo.slug })]);
		expect((await call('DELETE', '/sessions/current', headers)).status).toBe(200);
		const after = await call('GET', '/workspaces', headers);
		expect([after.status, after.body['code']]).toEqual([401, 'signed_out']);
	});

	it('has no say when another site sends its cookie', async () => {
		const { headers } = await signIn('rara');
		const foreign = { ...headers, Origin: 'https://evil.example' };
		const answer = await call('DELETE', '/sessions/current', foreign);
		expect([answer.status, answer.body['code']]).toEqual([403, 'foreign_origin']);
		expect((await call('GET', '/workspaces', headers)).status).toBe(200);
	});
});

describe('a command over HTTP', () => {
	it('is carried out once for one Idempotency-Key', async () => {
		const { headers } = await signIn('wulan');
		const { id, name } = await folderOf(headers);
		const path = `${workspace()}/commands/folders.rename`;
		const key = { ...headers, 'Idempotency-Key': uuidv7() };
		const first = await call('POST', path, key, { id, name: `${name} dan lain-lain` });
		const again = await call('POST', path, key, { id, name: `${name} dan lain-lain` });
		expect(first.status).toBe(200);
		expect(again.body).toEqual(first.body);
		expect((await call('POST', path, headers, { id, name })).status).toBe(200);
	});

	it('says the same of a folder that is closed to somebody as of one that never was', async () => {
		const owner = await signIn('wulan');
		const vendor = await signIn('hendra');
		const seen = (await call('GET', `${workspace()}/folders`, vendor.headers)).body.items ?? [];
		const all = (await call('GET', `${workspace()}/folders`, owner.headers)).body.items ?? [];
		const closed = all.find(({ id }) => !seen.some((folder) => folder.id === id));
		const rename = async (id: string | undefined) => {
			const path = `${workspace()}/commands/folders.rename`;
			const { status, body } = await call('POST', path, vendor.headers, { id, name: 'Milik saya' });
			return { status, body: { ...body, requestId: '' } };
		};
		expect(closed).toBeDefined();
		const answer = await rename(closed?.id);
		expect(answer.status).toBe(404);
		expect(answer).toEqual(await rename(uuidv7()));
	});

	it('names the field that it cannot read, refuses a body that is too large, and goes on', async () => {
		const { headers } = await signIn('wulan');
		const { id } = await folderOf(headers);
		const path = `${workspace()}/commands/folders.rename`;
		const unreadable = await call('POST', path, headers, { id, name: 7 });
		expect([unreadable.status, unreadable.body['field']]).toEqual([422, 'name']);
		const large = await call('POST', path, headers, { id, name: 'x'.repeat(600 * 1024) });
		expect([large.status, large.body['code']]).toEqual([413, 'too_large']);
		expect((await call('GET', '/workspaces', headers)).status).toBe(200);
	});
});

describe('a program with a key', () => {
	it('reads with Bearer alone, and a wrong key is not helped by a cookie', async () => {
		const { headers } = await signIn('wulan');
		const wanted = { name: 'Kasir', cap: 'view', endsAt: null };
		const made = await call('POST', `/workspaces/${server.demo.slug}/keys`, headers, wanted);
		expect(made.status).toBe(201);
		const secret = /rapi_[\w-]{43}/.exec(JSON.stringify(made.body))?.[0] ?? '';
		const bearer = { Authorization: `Bearer ${secret}` };
		expect((await call('GET', `${workspace()}/folders`, bearer)).status).toBe(200);
		const { id } = await folderOf(bearer);
		const write = await call('POST', `${workspace()}/commands/folders.rename`, bearer, { id, name: 'X' });
		expect(write.status).toBe(404);
		const wrong = { ...headers, Authorization: 'Bearer rapi_wrong' };
		expect((await call('GET', '/workspaces', wrong)).status).toBe(401);
	});
});

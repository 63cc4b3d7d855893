import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import pino from 'pino';
import type { Level } from '#domain/access/level.ts';
import { createHttpServer } from '#server/http/http-server.ts';
import { loggedPath } from '#server/http/request-log.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../../tests/support/test-workspace.ts';

let home: TestWorkspace;
let server: Server;
let lines: Record<string, unknown>[];
beforeEach(async () => {
	lines = [];
	const log = pino(
		{ base: null },
		{ write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) }
	);
	home = await openTestWorkspace(undefined, { log });
	server = createHttpServer(home.services, (_request, _response, next) => next());
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
});
afterEach(async () => {
	server.close();
	await home.close();
});

/** Plain `node:http`, because fetch sets Host itself. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	const request = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false }).end();
	const [response] = (await once(request, 'response')) as [IncomingMessage];
	let text = '';
	for await (const chunk of response) text += String(chunk);
	return { status: response.statusCode, text, type: response.headers['content-type'] };
}

const fromOutside = { 'X-Forwarded-For': '203.0.113.7' };

async function keyOf(person: Person, cap: Level = 'manage') {
	const made = await home.services.keys.create(home.caller(person), { name: 'Grafik', cap, endsAt: null });
	if (!('secret' in made)) throw new Error(made.refused);
	return { ...fromOutside, Authorization: `Bearer ${made.secret}` };
}

describe('the figures', () => {
	it('are given to this machine as Prometheus text, the process included', async () => {
		const { status, text, type } = await get('/metrics');
		expect(status).toBe(200);
		expect(type).toContain('text/plain');
		expect(text).toContain('nodejs_eventloop_lag_seconds');
		expect(text).toContain('process_resident_memory_bytes');
		expect(text).toMatch(/^rapi_feed_sockets 0$/m);
		expect(text).toMatch(/^rapi_page_sockets 0$/m);
		expect(text).toMatch(/^rapi_rooms 0$/m);
	});

	it.each([
		['a proxy in front', fromOutside],
		['a proxy in front, in the words of RFC 7239', { Forwarded: 'for=203.0.113.7' }],
		['a public name', { Host: 'rapi.example' }],
		['a key that does not exist', { ...fromOutside, Authorization: 'Bearer rapi_x' }]
	])('are hidden behind the answer for unknown addresses: %s', async (_case, headers) => {
		const hidden = await get('/metrics', headers);
		const unknown = await get('/nowhere', headers);
		const withoutId = ({ status, text, type }: typeof hidden) => ({
			status,
			type,
			text: text.replace(/"requestId":"[^"]+"/, '')
		});
		expect(hidden.status).toBe(404);
		expect(withoutId(hidden)).toEqual(withoutId(unknown));
	});

	it('are given to a full key of an owner or admin, and to no other key', async () => {
		const asked = async (person: Person, cap?: Level) =>
			(await get('/metrics', await keyOf(person, cap))).status;
		expect(await asked('wulan')).toBe(200);
		expect(await asked('dimas')).toBe(200);
		expect(await asked('dimas', 'edit')).toBe(404);
		expect(await asked('rara')).toBe(404);
		expect(await asked('hendra')).toBe(404);
	});

	it('count requests by method and class, and commands by name and ending', async () => {
		await get('/healthz');
		await get('/nowhere');
		await get('/nowhere', {}, 'PROPFIND');
		const id = uuidv7();
		await home.send('rara', 'folders.rename', { id, name: 'Gudang' });
		await home.services.commands.execute(home.caller('rara'), { id, name: 'made-up', input: {} });
		const { text } = await get('/metrics');
		expect(text).toContain('rapi_http_request_duration_seconds_count{method="GET",status="2xx"} 1');
		expect(text).toContain('rapi_http_request_duration_seconds_count{method="GET",status="4xx"} 1');
		expect(text).toContain('method="other"');
		expect(text).toContain('rapi_commands_total{name="folders.rename",outcome="not_found"} 1');
		expect(text).toContain('rapi_commands_total{name="unknown",outcome="invalid"} 1');
	});

	it('of two servers in one process stay apart', async () => {
		const other = await openTestWorkspace();
		other.services.metrics.countCommand('folders.rename', 'ok');
		expect((await home.services.metrics.read()).text).not.toContain('folders.rename');
		await other.close();
	});
});

describe('the log', () => {
	it('has one line for a request: what, how it ended and how long it took', async () => {
		await get('/nowhere?q=rahasia', { Cookie: 'sid=rahasia' });
		const [line, ...more] = lines.filter(({ msg }) => msg === 'request');
		expect(more).toEqual([]);
		expect(line).toMatchObject({ level: 30, method: 'GET', path: '/nowhere', status: 404 });
		expect(line?.['ms']).toBeTypeOf('number');
		expect(line?.['requestId']).toMatch(/^[0-9a-f-]{36}$/);
		expect(JSON.stringify(lines)).not.toContain('rahasia');
	});

	it.each([
		['/join/SECRET', '/join/…'],
		['/join/SECRET/__data.json?x=1', '/join/…'],
		['/%6Aoin/SECRET', '/%6Aoin/…'],
		['//join/SECRET', '//join/…'],
		['/start?token=SECRET', '/start'],
		['/start/process?token=SECRET', '/start/…'],
		['/api/v1/sessions/SECRET', '/api/v1/sessions/…'],
		['/api/v1/workspaces/rona/keys/SECRET', '/api/v1/workspaces/rona/keys/…'],
		['/rona/settings/keys', '/rona/settings/keys'],
		['/%ZZ/join/SECRET', '/%ZZ/join/…']
	])('tells of %s no more than %s', (url, logged) => {
		expect(loggedPath(url)).toBe(logged);
	});
});

import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { provideServices } from '#server/handoff.ts';
import { handle, handleError } from '../../src/hooks.server.ts';
import { startSession } from '../support/sign-in.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let home: TestWorkspace;
let logged: string[];
beforeEach(async () => {
	logged = [];
	const log = pino({ base: null }, { write: (line: string) => void logged.push(line) });
	home = await openTestWorkspace(undefined, { log });
	provideServices(home.services);
});
afterEach(() => home.close());

interface Request {
	path: string;
	/** The route that SvelteKit found; null where it found none. */
	route: string | null;
	cookie?: string;
	address?: string;
}

const requestId = 'a-request';

function eventOf({ path, route, cookie = '', address = '192.0.2.7' }: Request) {
	return {
		url: new URL(`http://127.0.0.1:3000${path}`),
		route: { id: route },
		request: new Request(`http://127.0.0.1:3000${path}`, { headers: { cookie, 'x-request-id': requestId } }),
		cookies: { get: () => undefined, set: () => undefined },
		getClientAddress: () => address,
		locals: { services: home.services, requestId }
	};
}

const fine = () => Promise.resolve(Response.json({ ok: true }));

async function ask(request: Request, resolve: () => Promise<Response> = fine) {
	const response = await handle({ event: eventOf(request), resolve } as never);
	return { status: response.status, headers: response.headers, text: await response.text() };
}

function isErrorOf(text: string, code: string) {
	const { message, ...rest } = JSON.parse(text) as Record<string, unknown>;
	expect(rest).toEqual({ ok: false, code, requestId });
	expect(message).toMatch(/^[A-Z].*\.$/);
}

const keys = { path: '/api/v1/workspaces/rona/keys', route: '/api/v1/workspaces/[workspace]/keys' };

describe('a request below /api/', () => {
	it('gets the one error shape where there is nothing, though a page would answer the address', async () => {
		for (const route of ['/(app)/[ws]/[...missing]', null]) {
			const { status, text } = await ask({ path: '/api/v1/unknown', route });
			expect(status).toBe(404);
			isErrorOf(text, 'not_found');
		}
	});

	it('gets it for a wrong method, with the right ones', async () => {
		const refuse = async () =>
			new Response('POST method not allowed', { status: 405, headers: { allow: 'GET' } });
		const { status, headers, text } = await ask(keys, refuse);
		expect([status, headers.get('allow')]).toEqual([405, 'GET']);
		isErrorOf(text, 'method_not_allowed');
	});

	it.each([
		['the route', async () => Response.json({ message: 'Internal Error' }, { status: 500 })],
		['SvelteKit', () => Promise.reject(new Error('broken'))]
	])('gets it when %s fails', async (_what, resolve) => {
		const { status, text } = await ask(keys, resolve);
		expect(status).toBe(500);
		isErrorOf(text, 'internal');
	});

	it('keeps what its route refuses as the route said it', async () => {
		const body = { ok: false, code: 'conflict', message: 'x', requestId, version: 7 };
		const { status, text } = await ask(keys, async () => Response.json(body, { status: 409 }));
		expect([status, JSON.parse(text)]).toEqual([409, body]);
	});
});

describe('too many requests', () => {
	/** How many of so many at once were let through. */
	async function letThrough(request: Request, times = 230): Promise<number> {
		const answers = await Promise.all(Array.from({ length: times }, () => ask(request)));
		const slowed = answers.find(({ status }) => status === 429);
		expect(slowed?.headers.get('retry-after')).toBe('1');
		isErrorOf(slowed?.text ?? '', 'too_many');
		return answers.filter(({ status }) => status === 200).length;
	}

	it('of one account slow down that account at every address, and nobody else', async () => {
		const { cookie } = await startSession(home, 'rara');
		expect(await letThrough({ ...keys, cookie })).toBeGreaterThanOrEqual(200);
		const state = '/api/v1/w/[workspace]/pages/[id]/state';
		expect((await ask({ path: '/%61pi/v1/w/rona/pages/x/state', route: state, cookie })).status).toBe(429);
		const other = await startSession(home, 'yoga');
		expect((await ask({ ...keys, cookie: other.cookie })).status).toBe(200);
	});

	it('count pictures apart from the rest', async () => {
		const { cookie } = await startSession(home, 'rara');
		await letThrough({ path: '/images/a', route: '/images/[id]', cookie });
		expect((await ask({ ...keys, cookie })).status).toBe(200);
	});

	it('of nobody count against where they come from', async () => {
		await letThrough({ ...keys, address: '192.0.2.7' });
		expect((await ask({ ...keys, address: '198.51.100.4' })).status).toBe(200);
	});
});

describe('a failure', () => {
	it('is written to the log with its address as it may stand there, and nowhere else', () => {
		const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const event = eventOf({ path: '/join/tok3n?x=tok3n', route: '/(public)/join/[token]' });
		const shown = handleError({ error: new Error('broken'), event, status: 500, message: '' } as never);
		expect(shown).toEqual({ message: 'Something failed here.' });
		expect(printed).not.toHaveBeenCalled();
		printed.mockRestore();
		const lines = logged.join('');
		expect(lines).toContain('"path":"/join/…"');
		expect(lines).toContain('broken');
		expect(lines).not.toContain('tok3n');
	});

	it('that is only a wrong address is no failure', () => {
		const event = eventOf({ path: '/nothing/here', route: null });
		void handleError({ error: new Error('Not found'), event, status: 404, message: '' } as never);
		expect(logged).toEqual([]);
	});
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, startServerProcess, tryServerProcess } from '../support/server-process.ts';

let dataDir: string;
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'rapi-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the server process', () => {
	it('answers health and readiness, and ends within 5 s of SIGTERM with code 0', async () => {
		const server = await startServerProcess({ RAPI_DATA: dataDir });
		expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
		expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
		const asked = performance.now();
		expect(await server.end('SIGTERM')).toBe(0);
		expect(performance.now() - asked).toBeLessThan(5_000);
	});

	it('is ready again within 2 s at the second start', async () => {
		await (await startServerProcess({ RAPI_DATA: dataDir })).end('SIGTERM');
		const waits: number[] = [];
		for (let start = 0; start < 4; start++) {
			const started = performance.now();
			const server = await startServerProcess({ RAPI_DATA: dataDir });
			waits.push(performance.now() - started);
			await server.end('SIGTERM');
		}
		// The quickest of four: the others tell how busy the machine was with other tests.
		expect(Math.min(...waits)).toBeLessThan(2_000);
	});

	it('names a wrong variable in one sentence and ends with 78', async () => {
		const server = await tryServerProcess({ RAPI_DATA: dataDir, RAPI_URL: 'rona' });
		expect(await server.exitCode()).toBe(78);
		expect(server.output().trim().split('\n')).toHaveLength(1);
		expect(server.output()).toContain('RAPI_URL');
	});

	it('names RAPI_URL when other machines shall reach it without one, and ends with 78', async () => {
		const server = await tryServerProcess({ RAPI_DATA: dataDir, HOST: '0.0.0.0' });
		expect(await server.exitCode()).toBe(78);
		expect(server.output().trim().split('\n')).toHaveLength(1);
		expect(server.output()).toContain('RAPI_URL');
	});

	it('runs the demo for this machine only', async () => {
		const environment = { TMPDIR: dataDir, HOST: '0.0.0.0', RAPI_URL: 'http://192.0.2.7:3000' };
		const demo = await tryServerProcess(environment, 'demo.ts');
		expect(await demo.exitCode()).toBe(78);
		expect(demo.output()).toMatch(/^HOST [^\n]+\n$/);
	});

	it.each([
		['a file', () => writeFileSync(join(dataDir, 'x'), ''), 'x'],
		['below a file', () => writeFileSync(join(dataDir, 'x'), ''), 'x/data'],
		[
			'nothing that holds a database',
			() => mkdirSync(join(dataDir, 'x', 'rapi.db'), { recursive: true }),
			'x'
		]
	])('names RAPI_DATA in one sentence and ends with 78 when it is %s', async (_what, make, path) => {
		make();
		const server = await tryServerProcess({ RAPI_DATA: join(dataDir, path) });
		expect(await server.exitCode()).toBe(78);
		expect(server.output()).toMatch(/^RAPI_DATA [^\n]+\n$/);
	});

	it('names a port that is taken and ends with 78', async () => {
		const port = String(await freePort());
		const first = await startServerProcess({ RAPI_DATA: dataDir, PORT: port });
		const other = { RAPI_DATA: join(dataDir, 'b'), PORT: port };
		const second = await tryServerProcess(other);
		expect(await second.exitCode()).toBe(78);
		expect(second.output()).toContain('PORT');
		await expect(startServerProcess(other)).rejects.toThrow('PORT');
		await first.end('SIGTERM');
	});

	it('sends its headers with pages, files, errors and refused methods alike', async () => {
		const server = await startServerProcess({ RAPI_DATA: dataDir });
		const answers = await Promise.all([
			fetch(`${server.url}/`, { redirect: 'manual' }),
			fetch(`${server.url}/_app/version.json`),
			fetch(`${server.url}/nothing/here`),
			fetch(`${server.url}/healthz`),
			fetch(`${server.url}/`, { method: 'POST', headers: { origin: 'https://evil.example' } })
		]);
		for (const { headers } of answers) {
			expect(headers.get('content-security-policy')).toContain("default-src 'none'");
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('same-origin');
			expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
		}
		expect(answers.at(-1)?.status).toBe(403);
		await server.end('SIGTERM');
	});

	it('answers programs in one shape where there is nothing and where the method is wrong', async () => {
		const server = await startServerProcess({ RAPI_DATA: dataDir });
		const nothing = await fetch(`${server.url}/api/v1/unknown`, { headers: { accept: 'text/html' } });
		expect(nothing.status).toBe(404);
		expect(await nothing.json()).toMatchObject({ ok: false, code: 'not_found' });
		const wrong = await fetch(`${server.url}/api/v1/workspaces`, { method: 'PUT' });
		expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
		expect(await wrong.json()).toMatchObject({
			ok: false,
			code: 'method_not_allowed',
			requestId: wrong.headers.get('x-request-id')
		});
		await server.end('SIGTERM');
	});

	it('refuses what another site sends, whatever its content type', async () => {
		const server = await startServerProcess({ RAPI_DATA: dataDir });
		const foreign = { origin: 'https://evil.example', cookie: 'sid=x' };
		for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
			const answer = await fetch(`${server.url}/api/v1/sessions`, {
				method: 'POST',
				headers: { ...foreign, 'content-type': type },
				body: '{}'
			});
			expect(answer.status).toBe(403);
			expect(await answer.json()).toMatchObject({ ok: false, code: 'foreign_origin' });
		}
		await server.end('SIGTERM');
	});
});

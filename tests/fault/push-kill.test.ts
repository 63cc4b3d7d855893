import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPushHome, type PushHome } from '../support/push-home.ts';
import type { PushReceiver } from '../support/push-receiver.ts';

const minute = 60_000;
let dataDir: string;
let service: PushReceiver;
let at: PushHome;

beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'rapi-push-kill-'));
	at = await openPushHome(dataDir);
	service = at.service;
	writeFileSync(join(dataDir, 'service.pem'), service.cert);
	await at.device('rara', 'hp');
	await at.task('Foto rok plisket');
	await at.home.services.close();
});
afterEach(async () => {
	await service.close();
	rmSync(dataDir, { recursive: true, force: true });
});

/** A process that tells or sends, at a moment after the test's own. */
function start(step: 'tell' | 'send', laterMs = 0): ChildProcess {
	return spawn(process.execPath, [join(import.meta.dirname, '..', 'support', 'pushing-server.ts')], {
		env: {
			...{ PATH: process.env['PATH'], RAPI_LOG: 'error', RAPI_DATA: dataDir, PUSH_STEP: step },
			...{ NODE_EXTRA_CA_CERTS: join(dataDir, 'service.pem') },
			CLOCK_AT: String(at.home.clock.now() + laterMs)
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
}

async function kill(child: ChildProcess): Promise<void> {
	const ended = once(child, 'exit');
	child.kill('SIGKILL');
	await ended;
}

async function run(step: 'tell' | 'send', laterMs = 0): Promise<void> {
	const child = start(step, laterMs);
	if (child.stdout) await once(child.stdout, 'data');
	await kill(child);
}

it('a kill between the commit of a notice and its sending loses no push, and none comes twice', async () => {
	await run('tell');
	expect(service.received).toEqual([]);
	await run('send');
	await run('send', 60 * minute);
	expect(service.to('hp').map(({ message }) => message.title)).toEqual(['Foto rok plisket']);
});

it('a kill while a push is on its way sends it again, under the name that replaces it', async () => {
	await run('tell');
	service.answer = () => new Promise(() => undefined);
	const sending = start('send');
	await service.arrived;
	await kill(sending);
	service.answer = () => 201;
	await run('send', 1 * minute);
	expect(service.received).toHaveLength(1);
	await run('send', 2 * minute);
	await run('send', 60 * minute);
	const [first, second, ...more] = service.to('hp');
	expect(more).toEqual([]);
	expect(second?.message).toEqual(first?.message);
	expect(second?.headers['topic']).toBe(first?.headers['topic']);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/server-process.ts';
import { median } from '../statistics.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** `npm start` as a shop owner runs it: the first start makes the data, each further one is measured. */
export async function measureStart(rounds: number): Promise<{ readyMs: number; rssMb: number }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'rapi-bench-start-'));
	await startOnce(dataDir);
	const starts: { readyMs: number; rssMb: number }[] = [];
	for (let round = 0; round < rounds; round++) starts.push(await startOnce(dataDir));
	rmSync(dataDir, { recursive: true, force: true });
	return {
		readyMs: median(starts.map(({ readyMs }) => readyMs)),
		rssMb: median(starts.map(({ rssMb }) => rssMb))
	};
}

async function startOnce(dataDir: string): Promise<{ readyMs: number; rssMb: number }> {
	const port = await freePort();
	const started = performance.now();
	// A group of its own, on the servers' core: npm, the script and the server end together.
	const child = spawn('taskset', ['-c', '0', 'npm', 'start'], {
		cwd: root,
		detached: true,
		stdio: 'ignore',
		env: { ...process.env, RAPI_DATA: dataDir, RAPI_LOG: 'error', PORT: String(port) }
	});
	const url = `http://127.0.0.1:${port}`;
	while (!(await answers(`${url}/readyz`))) {
		if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	const readyMs = performance.now() - started;
	const metrics = await (await fetch(`${url}/metrics`)).text();
	const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
	const ended = once(child, 'exit');
	if (child.pid) process.kill(-child.pid, 'SIGTERM');
	await ended;
	while (await answers(`${url}/healthz`)) await new Promise((resolve) => setTimeout(resolve, 20));
	return { readyMs, rssMb: bytes / 1024 ** 2 };
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		// Nobody listens there: not yet, or not any more.
		return false;
	}
}

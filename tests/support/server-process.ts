import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** `server/main.ts` in a process of its own, as `npm start` runs it after the build. */
export interface ServerProcess {
	url: string;
	/** Everything it has printed so far. */
	output(): string;
	/** Sends a signal and waits for the end; answers the exit code, null when the signal ended it. */
	end(signal: NodeJS.Signals): Promise<number | null>;
	exitCode(): Promise<number | null>;
}

type Entry = 'main.ts' | 'demo.ts';

/** A port that is free now. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (typeof address !== 'object' || !address) throw new Error('no port');
	return address.port;
}

/** Starts the server, or the demo, and waits until it is ready; throws with what it printed when it ends before. */
export async function startServerProcess(
	environment: Record<string, string>,
	entry: Entry = 'main.ts'
): Promise<ServerProcess> {
	const server = await tryServerProcess(environment, entry);
	if (!server.ready) throw new Error(`the server ended before it was ready:\n${server.output()}`);
	return server;
}

/** Starts the server, or the demo, and waits until it says that it is ready, or ends. */
export async function tryServerProcess(
	environment: Record<string, string>,
	entry: Entry = 'main.ts'
): Promise<ServerProcess & { ready: boolean }> {
	const port = environment['PORT'] ?? String(await freePort());
	const child = spawn(process.execPath, [join(root, 'server', entry)], {
		cwd: root,
		env: { PATH: process.env['PATH'], RAPI_LOG: 'error', ...environment, PORT: port },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	const collect = (chunk: Buffer) => (printed += chunk.toString());
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	const ready = await Promise.race([
		sayingReady(child, () => printed).then(() => true),
		once(child, 'exit').then(() => false)
	]);
	return {
		ready,
		url: `http://127.0.0.1:${port}`,
		output: () => printed,
		exitCode: () => ended(child),
		end(signal) {
			child.kill(signal);
			return ended(child);
		}
	};
}

function sayingReady(child: ChildProcess, printed: () => string): Promise<void> {
	return new Promise((resolve) => {
		child.stdout?.on('data', () => {
			if (printed().includes('Rapi is ready')) resolve();
		});
	});
}

async function ended(child: ChildProcess): Promise<number | null> {
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
	return child.exitCode;
}

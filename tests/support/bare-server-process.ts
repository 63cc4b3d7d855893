import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Front } from './sync-home.ts';
import type { TestWorkspace } from './test-workspace.ts';

/** `bare-server.ts` in a process of its own, on a port that it found. */
export interface BareServer {
	port: number;
	process: ChildProcess;
	/** Sends a signal and waits for the end. */
	end(signal: NodeJS.Signals): Promise<void>;
}

/** The sockets of a home served by another process, over the same files. */
export async function openFrontApart({ dataDir }: TestWorkspace): Promise<Front> {
	const server = await startBareServer(dataDir);
	return {
		port: server.port,
		kill: () => server.end('SIGKILL'),
		close: () => server.end('SIGTERM')
	};
}

export async function startBareServer(dataDir: string): Promise<BareServer> {
	const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts')], {
		env: { PATH: process.env['PATH'], RAPI_LOG: 'error', RAPI_DATA: dataDir, PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
	return {
		port: Number(line.replace('port ', '')),
		process: child,
		async end(signal) {
			const ended = once(child, 'exit');
			child.kill(signal);
			await ended;
		}
	};
}

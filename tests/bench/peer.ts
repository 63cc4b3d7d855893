import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PeerName = 'relay' | 'hocuspocus' | 'rapi';

/** A server under measurement, in a process of its own on its own core. */
export interface Peer {
	name: PeerName;
	port: number;
	/** An API key of Rapi for the next client, members in turn; empty for the others. */
	nextKey(): string;
	/** The ids of the pages that Rapi made; none for the others. */
	pages: string[];
	/** Milliseconds from starting the process to its first line. */
	startMs: number;
	/** CPU time used so far, milliseconds. */
	cpuMs(): number;
	rssMb(): number;
	/** Ends it; the data stays for `restart`. */
	stop(): Promise<void>;
	restart(): Promise<Peer>;
	/** Ends it and removes its data. */
	discard(): Promise<void>;
}

const here = import.meta.dirname;

export async function startPeer(name: PeerName, pages = 0): Promise<Peer> {
	const dataDir = mkdtempSync(join(tmpdir(), `rapi-bench-${name}-`));
	return launch(name, dataDir, pages);
}

async function launch(name: PeerName, dataDir: string, pages: number): Promise<Peer> {
	const place = name === 'hocuspocus' ? join(dataDir, 'hocuspocus.db') : dataDir;
	const started = performance.now();
	const child = spawn(
		'taskset',
		['-c', '0', process.execPath, join(here, 'servers', `${name}.ts`), place, String(pages)],
		{ stdio: ['ignore', 'pipe', 'inherit'] }
	);
	const facts = JSON.parse(await firstLine(child)) as { port: number; keys?: string[]; pages?: string[] };
	const { keys = [] } = facts;
	let given = 0;
	const stop = () => end(child);
	return {
		name,
		port: facts.port,
		nextKey: () => keys[given++ % keys.length] ?? '',
		pages: facts.pages ?? [],
		startMs: performance.now() - started,
		cpuMs: () => readCpuMs(child.pid ?? 0),
		rssMb: () => readRssMb(child.pid ?? 0),
		stop,
		async restart() {
			await stop();
			return launch(name, dataDir, pages);
		},
		async discard() {
			await stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	};
}

function firstLine(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let text = '';
		child.stdout?.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			const line = text.split('\n').find((candidate) => candidate.startsWith('{'));
			if (line && text.includes('\n')) resolve(line);
		});
		child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
}

function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill('SIGTERM');
		setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
	});
}

/** utime and stime of /proc/<pid>/stat, in ticks of 10 ms. */
function readCpuMs(pid: number): number {
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

function readRssMb(pid: number): number {
	const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/);
	return Number(line?.[1] ?? 0) / 1024;
}

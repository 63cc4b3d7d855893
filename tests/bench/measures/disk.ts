import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, quantile } from '../statistics.ts';

/** What waiting for this machine's disk costs, whoever waits: 300 appends of 4 kB, each synced. */
export function measureDisk(): { waitMs: number; slowMs: number } {
	const folder = mkdtempSync(join(tmpdir(), 'rapi-bench-disk-'));
	const file = openSync(join(folder, 'log'), 'w');
	const block = Buffer.alloc(4096, 7);
	const waits: number[] = [];
	for (let count = 0; count < 300; count++) {
		writeSync(file, block);
		const started = performance.now();
		fdatasyncSync(file);
		waits.push(performance.now() - started);
	}
	closeSync(file);
	rmSync(folder, { recursive: true });
	return { waitMs: median(waits), slowMs: quantile(waits, 0.95) };
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a script of `tests/bench/hub` in a process of its own with both cores; what its one line of JSON says. */
export function runOnBothCores<T>(script: string, ...options: string[]): T {
	const path = join(import.meta.dirname, '..', 'hub', script);
	const { stdout, status } = spawnSync('taskset', ['-c', '0,1', process.execPath, path, ...options], {
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const line = stdout.split('\n').find((text) => text.startsWith('{'));
	if (status !== 0 || !line) throw new Error(`${script} could not measure`);
	return JSON.parse(line) as T;
}

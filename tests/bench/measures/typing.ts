import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Milliseconds from key to paint of every key, in Rapi's page and in the bare one. */
export interface TypingDelays {
	blocks: number;
	rapi: number[];
	bare: number[];
}

/** `chromium` is its path. Types in a process of its own: Chromium gets both cores, as it has on a real device. */
export function measureTyping(chromium: string, sizes: number[], rounds: number): TypingDelays[] {
	const script = join(import.meta.dirname, '..', 'typing', 'run-typing.ts');
	const { stdout, status } = spawnSync(
		'taskset',
		['-c', '0,1', process.execPath, script, chromium, sizes.join(), String(rounds)],
		{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
	);
	const line = stdout.split('\n').find((text) => text.startsWith('[{'));
	if (status !== 0 || !line) throw new Error('typing could not be measured');
	const results = JSON.parse(line) as { blocks: number; name: 'rapi' | 'bare'; delays: number[] }[];
	const delaysOf = (blocks: number, name: string) =>
		results.filter((one) => one.blocks === blocks && one.name === name).flatMap(({ delays }) => delays);
	return sizes.map((blocks) => ({
		blocks,
		rapi: delaysOf(blocks, 'rapi'),
		bare: delaysOf(blocks, 'bare')
	}));
}

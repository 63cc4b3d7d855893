import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const build = join(import.meta.dirname, '..', '..', '..', '.svelte-kit', 'output', 'client');

interface Chunk {
	file: string;
	src?: string;
	imports?: string[];
	dynamicImports?: string[];
	isEntry?: boolean;
}
type Manifest = Record<string, Chunk>;

export interface Weight {
	measure: string;
	kilobytes: number;
	goal: string;
}

/** Gzipped JavaScript of what a first load needs, from the build's own manifest. */
export function measureWeight(): Weight[] {
	const path = join(build, '.vite', 'manifest.json');
	if (!existsSync(path)) return [];
	const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
	const entries = Object.keys(manifest).filter(
		(key) => /entry\/(start|app)|client\/entry|nodes\/0\./.test(key) || manifest[key]?.isEntry
	);
	const shell = closure(manifest, entries);
	return [{ measure: 'entry chunks of the build, gzip kB', kilobytes: gzipped(manifest, shell), goal: '' }];
}

function closure(manifest: Manifest, roots: string[]): Set<string> {
	const seen = new Set<string>();
	const queue = [...roots];
	for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
		if (seen.has(key)) continue;
		seen.add(key);
		queue.push(...(manifest[key]?.imports ?? []));
	}
	return seen;
}

function gzipped(manifest: Manifest, keys: Set<string>): number {
	const files = new Set([...keys].map((key) => manifest[key]?.file).filter((file) => file?.endsWith('.js')));
	let bytes = 0;
	for (const file of files)
		bytes += gzipSync(readFileSync(join(build, file as string)), { level: 9 }).byteLength;
	return bytes / 1024;
}

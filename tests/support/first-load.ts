import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const output = '.svelte-kit/output/client';
const nodes = '.svelte-kit/generated/client-optimized/nodes';
const app = 'src/routes/(app)/[ws]';

const shell = ['src/routes/+layout.svelte', `${app}/+layout.svelte`];
export const editor = ['src/lib/pages/editor/Editor.svelte', 'src/lib/sync/page-document.ts'];

/** The sources of a few screens, as a device loads them first. */
export const firstLoads = {
	home: [...shell, `${app}/+page.svelte`],
	folder: [...shell, `${app}/f/[folder]/+page.svelte`],
	writing: [...shell, `${app}/d/[page]/+page.svelte`, ...editor],
	signIn: ['src/routes/+layout.svelte', 'src/routes/(public)/signin/+page.svelte']
} as const;

interface Built {
	file: string;
	imports?: string[];
}

/** What the last build made of each source. */
export function readManifest(): Record<string, Built> {
	return JSON.parse(readFileSync(join(output, '.vite/manifest.json'), 'utf8')) as Record<string, Built>;
}

/** Every file that starts with the app, with these sources and with one language. */
export function filesOf(sources: readonly string[]): Set<string> {
	const manifest = readManifest();
	const found = new Set<string>();
	const visit = (name: string) => {
		const built = manifest[name];
		if (!built) throw new Error(`The build holds no ${name}.`);
		if (found.has(built.file)) return;
		found.add(built.file);
		built.imports?.forEach(visit);
	};
	for (const name of Object.keys(manifest)) if (/\/(app|entry)\.js$/.test(name)) visit(name);
	for (const source of [...sources, 'src/lib/i18n/id.ts']) visit(nodeOf(source));
	return found;
}

/** The name in the manifest: screens stand there by number. */
function nodeOf(source: string): string {
	if (!source.startsWith('src/routes/')) return source;
	const node = readdirSync(nodes).find((name) =>
		readFileSync(join(nodes, name), 'utf8').includes(`/${source}"`)
	);
	return `${nodes}/${node}`;
}

export function codeOf(sources: readonly string[]): string {
	return [...filesOf(sources)].map((file) => readFileSync(join(output, file), 'utf8')).join('\n');
}

/** Gzip kB (1,000 bytes) of JavaScript that a device fetches before a screen of these sources stands. */
export function weightOf(sources: readonly string[]): number {
	const sizes = [...filesOf(sources)].map((file) => gzipSync(readFileSync(join(output, file))).length);
	return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

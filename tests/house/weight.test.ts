import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const output = '.svelte-kit/output/client';
const nodes = '.svelte-kit/generated/client-optimized/nodes';
const app = 'src/routes/(app)/[ws]';
const shell = ['src/routes/+layout.svelte', `${app}/+layout.svelte`];
const editor = ['src/lib/pages/editor/Editor.svelte', 'src/lib/sync/page-document.ts'];

/**
 * Gzip kB (1,000 bytes) of JavaScript that a device fetches before the screen stands. The ceiling lies
 * a little over what was reached, so that nothing grows by accident; the goal is what is still wanted.
 */
const screens = [
	{ name: 'home', files: [...shell, `${app}/+page.svelte`], ceiling: 183, goal: 90 },
	{ name: 'a folder', files: [...shell, `${app}/f/[folder]/+page.svelte`], ceiling: 183, goal: 90 },
	{
		name: 'a page that is written on',
		files: [...shell, `${app}/d/[page]/+page.svelte`, ...editor],
		ceiling: 380,
		goal: 230
	},
	{
		name: 'sign-in',
		files: ['src/routes/+layout.svelte', 'src/routes/(public)/signin/+page.svelte'],
		ceiling: 87,
		goal: 90
	}
];

/** Words that the editor, its documents and its cleaner leave in any build. */
const traces = /ProseMirror|Yjs was already imported|dompurify/;

interface Built {
	file: string;
	imports?: string[];
}

const manifest = JSON.parse(readFileSync(join(output, '.vite/manifest.json'), 'utf8')) as Record<
	string,
	Built
>;

/** Every file that starts with the app, with these sources and with one language. */
function filesOf(sources: readonly string[]): Set<string> {
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

function codeOf(sources: readonly string[]): string {
	return [...filesOf(sources)].map((file) => readFileSync(join(output, file), 'utf8')).join('\n');
}

function weightOf(sources: readonly string[]): number {
	const sizes = [...filesOf(sources)].map((file) => gzipSync(readFileSync(join(output, file))).length);
	return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

describe('the first load', () => {
	it.each(screens)('of $name stays under $ceiling kB (goal: $goal kB)', ({ files, ceiling }) => {
		expect(weightOf(files)).toBeLessThan(ceiling);
	});

	it('brings one language', () => {
		const english = manifest['src/lib/i18n/en.ts']?.file;
		expect(english).toBeDefined();
		for (const { files } of screens) expect(filesOf(files)).not.toContain(english);
	});

	it('of home brings nothing of the editor', () => {
		expect(traces.test(codeOf(editor))).toBe(true);
		expect(traces.test(codeOf([...shell, `${app}/+page.svelte`]))).toBe(false);
	});
});

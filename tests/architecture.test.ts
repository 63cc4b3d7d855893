import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Lines at which a file stops being one thing (docs/STYLE.md). Migrations and catalogues are tables. */
const ceilings = { '.ts': 350, '.svelte': 250 } as const;

interface Source {
	path: string;
	text: string;
	imports: { from: string; typeOnly: boolean }[];
}

function filesUnder(folder: string): string[] {
	return readdirSync(join(root, folder)).flatMap((name) => {
		const path = join(folder, name);
		if (statSync(join(root, path)).isDirectory()) return filesUnder(path);
		return /\.(ts|svelte)$/.test(name) ? [path] : [];
	});
}

const importPattern =
	/^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function read(path: string): Source {
	const text = readFileSync(join(root, path), 'utf8');
	const imports = [...text.matchAll(importPattern)].map((match) => ({
		from: resolveImport(path, match[2] ?? match[3] ?? ''),
		typeOnly: match[1] !== undefined
	}));
	return { path, text, imports };
}

/** A project file relative to the root, or the package's name. */
function resolveImport(importer: string, name: string): string {
	if (name.startsWith('#domain/')) return name.replace('#domain/', 'src/domain/');
	if (name.startsWith('#server/')) return name.replace('#server/', 'server/');
	if (name.startsWith('$lib/')) return name.replace('$lib/', 'src/lib/');
	if (name.startsWith('.')) return relative(root, resolve(root, dirname(importer), name));
	return name;
}

const product = [...filesUnder('src'), ...filesUnder('server')].map(read);
const tests = filesUnder('tests')
	.filter((path) => !path.includes('bench/'))
	.map(read);
const code = product.filter(({ path }) => !path.endsWith('.test.ts'));

function isProject(name: string): boolean {
	return /^(src|server|tests)\//.test(name);
}

/** Imports of `folder` that `allowed` does not take, as "file → import". */
function strangers(
	folder: string,
	allowed: (name: string, typeOnly: boolean, path: string) => boolean
): string[] {
	return code
		.filter(({ path }) => path.startsWith(folder))
		.flatMap(({ path, imports }) =>
			imports
				.filter(({ from, typeOnly }) => !allowed(from, typeOnly, path))
				.map(({ from }) => `${path} → ${from}`)
		);
}

describe('who may import whom', () => {
	it('is read from every import, those over several lines too', () => {
		const runner = code.find(({ path }) => path === 'server/records/command-runner.ts');
		expect(runner?.imports.map(({ from }) => from)).toContain('src/domain/commands/run-command.ts');
		const folders = code.find(({ path }) => path === 'src/domain/access/grant-commands.ts');
		expect(folders?.imports.map(({ from }) => from)).toContain('src/domain/access/level.ts');
		expect(code.flatMap(({ imports }) => imports).length).toBeGreaterThan(1_000);
	});

	it('the domain imports itself, its schema library, and types of yjs', () => {
		const found = strangers('src/domain', (name, typeOnly) => {
			if (name.startsWith('src/domain/')) return true;
			return name === 'valibot' || name === 'fractional-indexing' || (name === 'yjs' && typeOnly);
		});
		expect(found).toEqual([]);
	});

	it('the base components know no part of the product', () => {
		const own = (name: string) => name.startsWith('src/lib/ui/') || name.startsWith('src/lib/i18n/');
		expect(strangers('src/lib/ui', (name) => !isProject(name) || own(name))).toEqual([]);
	});

	it('the browser half never meets the server half', () => {
		expect(strangers('src/lib', (name) => !name.startsWith('server/'))).toEqual([]);
		expect(strangers('server', (name) => !/^src\/(lib|routes)\//.test(name))).toEqual([]);
	});

	it('routes and hooks take types of the server only, and values by the hand-off', () => {
		const found = strangers('src/', (name, typeOnly, path) => {
			if (!name.startsWith('server/')) return true;
			if (name === 'server/handoff.ts') return path === 'src/hooks.server.ts';
			return typeOnly || path === 'src/app.d.ts';
		});
		expect(found).toEqual([]);
	});

	it('nothing of the product imports tests', () => {
		expect(strangers('', (name) => !name.startsWith('tests/'))).toEqual([]);
	});
});

describe('the shape of files', () => {
	it('has no barrels and no files named after nothing', () => {
		const barrels = code.filter(
			({ path }) => /(^|\/)index\.ts$/.test(path) && !path.includes('service-worker')
		);
		expect(barrels.map(({ path }) => path)).toEqual([]);
		expect(code.filter(({ text }) => /^export \* from/m.test(text)).map(({ path }) => path)).toEqual([]);
		const nameless = /\/(utils?|helpers?|common|misc|manager|base)\.(svelte\.)?ts$/;
		const inCatalogues = (path: string) => path.startsWith('src/lib/i18n/');
		expect(
			code.filter(({ path }) => nameless.test(path) && !inCatalogues(path)).map(({ path }) => path)
		).toEqual([]);
	});

	it('keeps every file one thing', () => {
		const tables = (path: string) => path.includes('/migrations/') || path.startsWith('src/lib/i18n/');
		const long = code.filter(({ path, text }) => {
			const ceiling = path.endsWith('.svelte') ? ceilings['.svelte'] : ceilings['.ts'];
			return !tables(path) && text.split('\n').length - 1 > ceiling;
		});
		expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`)).toEqual([]);
	});

	it('has no cycles of values', () => {
		expect(findCycle(code)).toEqual([]);
	});
});

/** The files of one import cycle, type-only imports left out; empty when there is none. */
function findCycle(sources: readonly Source[]): string[] {
	const byPath = new Map(sources.map((source) => [source.path, source]));
	const done = new Set<string>();
	function visit(path: string, trail: string[]): string[] {
		if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
		if (done.has(path)) return [];
		for (const { from, typeOnly } of byPath.get(path)?.imports ?? []) {
			if (typeOnly || !byPath.has(from)) continue;
			const cycle = visit(from, [...trail, path]);
			if (cycle.length > 0) return cycle;
		}
		done.add(path);
		return [];
	}
	for (const { path } of sources) {
		const cycle = visit(path, []);
		if (cycle.length > 0) return cycle;
	}
	return [];
}

describe('words that stay where they belong', () => {
	/** Where a role may be named: the rules, the words, and made-up people. */
	const mayNameRoles = /^src\/domain\/access\/|^src\/lib\/i18n\/|^server\/demo\//;

	it('names roles only inside the access rules', () => {
		const comparison = /(===|!==|case)\s*'(owner|admin|staff|freelancer|vendor)'/;
		const found = code.filter(({ path, text }) => !mayNameRoles.test(path) && comparison.test(text));
		expect(found.map(({ path }) => path)).toEqual([]);
	});

	it('skips no test, leaves none alone and waits for no clock', () => {
		const marks = /\b(it|test|describe)\.(only|skip)\(|waitForTimeout/;
		const own = (path: string) => path === 'tests/architecture.test.ts';
		const marked = [...tests, ...product].filter(({ path, text }) => !own(path) && marks.test(text));
		expect(marked.map(({ path }) => path)).toEqual([]);
	});
});

describe('the architecture on paper', () => {
	it('names the folders that there are', () => {
		const text = readFileSync(join(root, 'docs', 'ARCHITECTURE.md'), 'utf8');
		const named = [...text.matchAll(/^([\w/.-]+)\/\s{2,}/gm)].map((match) => match[1] ?? '');
		const missing = named.filter(
			(folder) => !statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()
		);
		expect(named.length).toBeGreaterThan(5);
		expect(missing).toEqual([]);
	});
});

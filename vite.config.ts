import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { parseConfig } from './server/config.ts';
import { provideServices } from './server/handoff.ts';
import { sayReady } from './server/people/ready.ts';
import { createServices } from './server/services.ts';
import { missingWords } from './src/lib/i18n/completeness.ts';
import { en } from './src/lib/i18n/en.ts';
import { id } from './src/lib/i18n/id.ts';
import { attachUpgrade } from './server/sync/upgrade.ts';

/** In development vite serves the pages; the services and the sockets are the same as in production. */
function rapiServices(): Plugin {
	return {
		name: 'rapi-services',
		apply: 'serve',
		async configureServer(vite) {
			if (process.env['VITEST'] || !vite.httpServer) return;
			const services = await createServices(parseConfig(process.env));
			await services.images.sweep();
			provideServices(services);
			services.notices.start();
			attachUpgrade(vite.httpServer as Parameters<typeof attachUpgrade>[0], services);
			const { httpServer } = vite;
			const print = (line: string) => vite.config.logger.info(line);
			httpServer.once('listening', () => void sayReady(services.people, httpServer, print));
			httpServer.once('close', () => void services.close());
		}
	};
}

/** A build with a text missing in one language fails and names it. */
function completeWords(): Plugin {
	return {
		name: 'rapi-complete-words',
		apply: 'build',
		buildStart() {
			const missing = [...missingWords(en, id), ...missingWords(id, en)];
			if (missing.length > 0) this.error(`Missing words: ${missing.join(', ')}`);
		}
	};
}

interface ModuleGraph {
	getModuleInfo(id: string): { importers: readonly string[] } | null;
}

const always = /[\\/]src[\\/](hooks\.client|params[\\/]\w+|routes[\\/]\+(layout|error))\.(svelte|ts)$/;
const publicScreens = /[\\/]routes[\\/]\(public\)[\\/]/;
const firstScreens = /[\\/]\(app\)[\\/]\[ws\][\\/]\+(layout|page)\.svelte$/;

/** Which of these a module is a part of, by static imports. */
function partOf(id: string, graph: ModuleGraph, ...roots: RegExp[]): boolean[] {
	const seen = new Set([id]);
	for (const each of seen)
		for (const importer of graph.getModuleInfo(each)?.importers ?? []) seen.add(importer);
	return roots.map((root) => [...seen].some((each) => root.test(each)));
}

/** What comes before a first screen travels in few files: fewer requests, and they compress better. */
const files = [
	{ name: 'runtime', test: /node_modules[\\/](svelte|@sveltejs|clsx|devalue|esm-env)[\\/]/, priority: 3 },
	{
		debugName: 'common',
		priority: 2,
		name(id: string, graph: ModuleGraph) {
			const [isAlways, isPublic, isFirst] = partOf(id, graph, always, publicScreens, firstScreens);
			return isAlways || (isPublic && isFirst) ? 'common' : null;
		}
	},
	{
		debugName: 'shell',
		priority: 1,
		name: (id: string, graph: ModuleGraph) => (partOf(id, graph, firstScreens)[0] ? 'shell' : null)
	},
	{ name: 'app', minShareCount: 12 }
];

function fewerFiles(): Plugin {
	return {
		name: 'rapi-fewer-files',
		apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
		config: () => ({ build: { rollupOptions: { output: { codeSplitting: { groups: files } } } } })
	};
}

export default defineConfig({
	plugins: [sveltekit(), rapiServices(), completeWords(), fewerFiles()],
	// The same release without its parts for browsers of before 2020, which cannot run Rapi anyway.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	// The policy of the pages lets fonts come from Rapi's own address only, never out of a stylesheet.
	build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
	server: { host: '127.0.0.1' },
	ssr: { external: ['better-sqlite3', '@node-rs/argon2'] },
	test: {
		include: ['src/**/*.test.ts', 'server/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ['tests/e2e/**', 'tests/bench/**', 'node_modules/**'],
		environment: 'node',
		pool: 'forks',
		maxWorkers: 2,
		testTimeout: 20_000
	}
});

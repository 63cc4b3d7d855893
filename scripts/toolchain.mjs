import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The Node that the project brings as an npm package; the running one before it is installed. */
export function nodeBinary() {
	const own = join(root, 'node_modules', 'node', 'bin', 'node');
	return existsSync(own) ? own : process.execPath;
}

/** The script behind a tool's command, read from its package, so that no shell stands between. */
export function toolPath(tool) {
	const packages = {
		'svelte-kit': '@sveltejs/kit',
		playwright: '@playwright/test'
	};
	const home = join(root, 'node_modules', packages[tool] ?? tool);
	const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
	return join(home, typeof bin === 'string' ? bin : bin[tool]);
}

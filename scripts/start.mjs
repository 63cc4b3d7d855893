// `npm start`: installs if needed, builds if stale, then runs the server under the project's own
// Node. Plain JavaScript without dependencies, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeBinary, root, toolPath } from './toolchain.mjs';

const sources = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];
const installStamp = join(root, 'node_modules', '.rapi-installed');
const buildStamp = join(root, 'build', '.rapi-built');

function hashFile(path) {
	return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function readStamp(path) {
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** One line a file: name, size and time; equal lines mean that nothing has to be built again. */
function describeSources() {
	const lines = [];
	function walk(path) {
		const facts = statSync(join(root, path));
		if (!facts.isDirectory()) lines.push(`${path} ${facts.size} ${facts.mtimeMs}`);
		else for (const name of readdirSync(join(root, path)).sort()) walk(join(path, name));
	}
	for (const source of sources) if (existsSync(join(root, source))) walk(source);
	return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Somebody ran npm themselves since the lock file last changed: npm's own record is the newer one. */
function isInstalledByHand() {
	const record = statSync(join(root, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
	return record !== undefined && record.mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

export function installIfNeeded() {
	const wanted = hashFile(join(root, 'package-lock.json'));
	if (readStamp(installStamp) === wanted) return;
	if (isInstalledByHand()) return writeFileSync(installStamp, wanted);
	process.stdout.write('Installing what Rapi needs (once; about half a minute)…\n');
	const npm = process.env.npm_execpath
		? [process.execPath, process.env.npm_execpath]
		: [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
	const args = [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
	const done = spawnSync(npm[0], args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
	if (done.status !== 0) process.exit(done.status ?? 1);
	writeFileSync(installStamp, wanted);
}

export function buildIfStale() {
	const wanted = describeSources();
	if (readStamp(buildStamp) === wanted) return;
	process.stdout.write('Building the pages…\n');
	const done = spawnSync(nodeBinary(), [toolPath('vite'), 'build', '--logLevel', 'error'], {
		cwd: root,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (done.status !== 0) process.exit(done.status ?? 1);
	mkdirSync(join(root, 'build'), { recursive: true });
	writeFileSync(buildStamp, wanted);
}

function run(script, args) {
	const child = spawn(nodeBinary(), [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
	installIfNeeded();
	buildIfStale();
	const [flag, ...rest] = process.argv.slice(2);
	if (flag === '--demo') run('server/demo.ts', rest);
	else run('server/main.ts', []);
}

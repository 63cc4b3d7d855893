// `npm test`: everything that must pass, one step after another. Ends with one plain line,
// `N passed, N failed`, counting the tests of the runners and each other check as one.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale, installIfNeeded } from './start.mjs';
import { nodeBinary, root, toolPath } from './toolchain.mjs';

const memoryFolder = '/dev/shm';
const roomNeeded = 1024 ** 3;

/** Databases of tests live in memory where there is room: they prove order and rights, not the disk's speed. */
function useMemoryFolder() {
	if (!existsSync(memoryFolder)) return;
	const { bavail, bsize } = statfsSync(memoryFolder);
	if (bavail * bsize >= roomNeeded) process.env.TMPDIR ??= memoryFolder;
}

useMemoryFolder();
installIfNeeded();
const { findChromium } = await import('./chromium.mjs');

const scratch = mkdtempSync(join(tmpdir(), 'rapi-test-'));
const total = { passed: 0, failed: 0 };

function tool(name, args, environment = {}) {
	return spawnSync(nodeBinary(), [toolPath(name), ...args], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...environment }
	}).status;
}

/** As `tool`, beside others: resolves with the exit status. */
async function toolBeside(name, args) {
	const child = spawn(nodeBinary(), [toolPath(name), ...args], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit']
	});
	const [status] = await once(child, 'exit');
	return status;
}

function check(title, status) {
	process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}: ${title}\n`);
	if (status === 0) total.passed += 1;
	else total.failed += 1;
}

function readReport(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function unitTests() {
	const file = join(scratch, 'unit.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const status = tool('vitest', ['run', ...reporters], { RAPI_TESTS: 'full' });
	const report = readReport(file);
	if (!report) return check('vitest', status || 1);
	total.passed += report.numPassedTests;
	total.failed += report.numFailedTests;
	if (status !== 0 && report.numFailedTests === 0) check('vitest', status);
}

function browserTests(chromium) {
	if (!chromium) return check('browser tests', 1);
	const file = join(scratch, 'browser.json');
	const status = tool('playwright', ['test', '--reporter=list,json'], {
		RAPI_CHROMIUM: chromium,
		PLAYWRIGHT_JSON_OUTPUT_FILE: file
	});
	const report = readReport(file);
	if (!report) return check('browser tests', status || 1);
	total.passed += report.stats.expected;
	total.failed += report.stats.unexpected + report.stats.flaky;
	if (status !== 0 && report.stats.unexpected === 0) check('browser tests', status);
}

check('format', tool('prettier', ['--check', '--log-level=warn', '.']));
const linted = toolBeside('eslint', ['.']);
const typed = toolBeside('svelte-check', ['--threshold', 'error', '--output', 'human']);
check('lint', await linted);
check('types', await typed);
buildIfStale();
unitTests();
browserTests(await findChromium());
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

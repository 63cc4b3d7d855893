import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf } from '../../tests/support/sign-in.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { exitCodes, runVerb } from './run-verb.ts';
import { verbs } from './verbs.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'trello');
let home: TestWorkspace;
let folder: string;
beforeEach(async () => {
	home = await openTestWorkspace();
	folder = await home.folder('Pemasaran');
});
afterEach(() => home.close());

async function rapi(file: string, person: Person = 'wulan') {
	const out: string[] = [];
	const say = (line: string) => void out.push(line);
	const environment = { RAPI_DATA: home.dataDir, RAPI_LOG: 'silent' };
	const readInput = () => Promise.resolve('');
	const whose = ['--workspace', home.workspaceId, '--as', (await accountOf(home, person)).email];
	const args = ['import', 'trello', join(fixtures, file), '--folder', folder, ...whose];
	const code = await runVerb(verbs, args, { environment, print: say, complain: say, readInput });
	return { code, text: out.join('\n') };
}

describe('rapi import trello', () => {
	it('makes the board and prints what came and what did not', async () => {
		const { code, text } = await rapi('planka-sample-board-export.json');
		expect(code).toBe(exitCodes.done);
		expect(text).toContain('10 of 10 cards');
		expect(text).toContain('history 27×: updateCard; ');
		expect(text).toContain('5 lists, 10 tasks (1 archived), 12 lines of checklists, 4 comments, 5 links.');
	});

	it('says why it makes none', async () => {
		expect((await rapi('README.md')).text).toContain('it is no JSON, or a damaged one');
		expect((await rapi('web-development.json', 'hendra')).text).toContain('Ended early: not_found');
	});
});

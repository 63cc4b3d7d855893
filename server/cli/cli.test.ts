import { appendFileSync, mkdtempSync, mkdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountOf } from '../../tests/support/sign-in.ts';
import { openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { exitCodes, runVerb } from './run-verb.ts';
import { verbs } from './verbs.ts';

let home: TestWorkspace;
let scratch: string;
beforeEach(async () => {
	home = await openTestWorkspace();
	scratch = mkdtempSync(join(tmpdir(), 'rapi-cli-'));
});
afterEach(async () => {
	await home.close();
	rmSync(scratch, { recursive: true, force: true });
});

async function rapi(args: string[], { input = '', dataDir = home.dataDir } = {}) {
	const out: string[] = [];
	const say = (line: string) => void out.push(line);
	const environment = { RAPI_DATA: dataDir, RAPI_LOG: 'silent' };
	const readInput = () => Promise.resolve(input);
	const code = await runVerb(verbs, args, { environment, print: say, complain: say, readInput });
	return { code, text: out.join('\n') };
}

describe('the command line', () => {
	it.each(Object.keys(verbs))('explains %s', async (name) => {
		const { code, text } = await rapi([...name.split(' '), '--help']);
		expect(code).toBe(exitCodes.done);
		for (const { name: option } of verbs[name]?.options ?? []) expect(text).toContain(`--${option}`);
	});

	it('says which word or option it does not know', async () => {
		expect(await rapi(['bakup'])).toMatchObject({ code: exitCodes.usage });
		expect((await rapi(['backup', '--too', 'x'])).code).toBe(exitCodes.usage);
		expect((await rapi(['backup'])).text).toContain('<to> is needed');
		expect((await rapi(['backup', scratch, '--to', scratch])).text).toContain('One <to> is needed');
		expect((await rapi(['user', 'password'])).text).toContain('--email is needed');
	});

	it('understands every line that README gives', async () => {
		const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
		const lines = [...readme.matchAll(/^npm run rapi -- ([^#\n]+)/gm)].map(([, line = '']) => line.trim());
		const idle = Object.entries(verbs).map(
			([name, verb]) => [name, { ...verb, run: async () => {} }] as const
		);
		const quiet = { environment: {}, print: () => {}, complain: () => {}, readInput: async () => '' };
		expect(lines).toContain('backup ./backup-monday');
		for (const line of lines)
			expect(await runVerb(Object.fromEntries(idle), line.split(/ +/), quiet), line).toBe(exitCodes.done);
	});

	it('makes a workspace, adds somebody, gives a key and a new password', async () => {
		const who = ['--email', 'ayu@kopi.example', '--name', 'Ayu Lestari'];
		const password = 'tiga ember cat biru';
		expect(await rapi(['workspace', 'add', '--title', 'Kopi Lestari', ...who], { input: password })).toEqual({
			code: 0,
			text: 'Workspace kopi-lestari is there.'
		});
		const sari = ['--workspace', 'kopi-lestari', '--email', 'sari@kopi.example'];
		expect((await rapi(['user', 'add', ...sari, '--name', 'Sari'])).text).toMatch(/^Password: \S+\n.*staff/);
		const { text: secret } = await rapi(['key', 'add', ...sari, '--label', 'Kasir', '--cap', 'view']);
		expect(await home.services.identify({ authorization: `Bearer ${secret}` })).toMatchObject({
			cap: 'view'
		});
		const next = 'empat ember cat hijau';
		expect((await rapi(['user', 'password', '--email', 'ayu@kopi.example'], { input: next })).code).toBe(0);
		const device = { userAgent: '', address: '' };
		const signedIn = await home.services.accounts.signIn(
			{ email: 'ayu@kopi.example', password: next },
			device
		);
		expect(signedIn).toHaveProperty('sessionId');
	});

	it('takes no password that is made of the name of the company', async () => {
		home.services.storage.sqlite.exec(`update workspaces set name = 'Toko Melati Wangi'`);
		const { email } = await accountOf(home, 'rara');
		const { code, text } = await rapi(['user', 'password', '--email', email], { input: 'toko melati wangi' });
		expect([code, text]).toEqual([exitCodes.failed, 'This password cannot be taken: password_common.']);
	});

	it('leaves what the running server is receiving alone', async () => {
		const incoming = join(home.dataDir, 'images', 'incoming');
		mkdirSync(incoming, { recursive: true });
		writeFileSync(join(incoming, 'half'), 'half a picture');
		await rapi(['user', 'password', '--email', 'nobody@x.example']);
		expect(readFileSync(join(incoming, 'half'), 'utf8')).toBe('half a picture');
	});

	it('fails in one sentence for people and workspaces that are not there', async () => {
		const { code, text } = await rapi(['user', 'password', '--email', 'nobody@x.example']);
		expect([code, text]).toEqual([exitCodes.failed, 'Nobody signs in as nobody@x.example.']);
		expect(
			(await rapi(['user', 'add', '--workspace', 'x', '--email', 'a@x.example', '--name', 'A'])).text
		).toContain('no workspace');
	});
});

describe('the doctor', () => {
	it('finds a sound database sound, and an event that was changed', async () => {
		await home.folder('Operasional');
		expect(await rapi(['doctor'])).toMatchObject({ code: 0 });
		home.services.storage.sqlite.exec("update event set actor = 'x'");
		const { code, text } = await rapi(['doctor']);
		expect(code).toBe(exitCodes.failed);
		expect(text).toContain('do not fit');
	});
});

describe('a backup', () => {
	it('made while the server writes holds a prefix of what was acknowledged, all that came before it', async () => {
		const before = await home.folder('Sebelum');
		const target = join(scratch, 'backup');
		const running = rapi(['backup', '--to', target]);
		const acknowledged: string[] = [before];
		let done = false;
		void running.then(() => (done = true));
		while (!done) {
			acknowledged.push(await home.folder(`Folder ${acknowledged.length}`));
			await setImmediate();
		}
		expect((await running).code).toBe(0);
		const kept = rowsOf(join(target, 'rapi.db'), 'select id from folders order by version') as {
			id: string;
		}[];
		expect(kept.length).toBeGreaterThan(0);
		expect(kept.map(({ id }) => id)).toEqual(acknowledged.slice(0, kept.length));
	});

	it('restored into an empty folder is the same, images too', async () => {
		await home.folder('Operasional');
		mkdirSync(join(home.dataDir, 'images'), { recursive: true });
		writeFileSync(join(home.dataDir, 'images', 'a1'), 'image');
		const target = join(scratch, 'backup');
		const dataDir = join(scratch, 'restored');
		await rapi(['backup', target]);
		expect(await rapi(['restore', target], { dataDir })).toMatchObject({ code: 0 });
		for (const table of ['folders', 'members', 'event', 'accounts', 'receipt']) {
			const query = `select * from ${table} order by 1, 2`;
			expect(rowsOf(join(dataDir, 'rapi.db'), query)).toEqual(rowsOf(join(home.dataDir, 'rapi.db'), query));
		}
		expect(readFileSync(join(dataDir, 'images', 'a1'), 'utf8')).toBe('image');
	});

	it('that was changed is not restored, and nothing is ever overwritten', async () => {
		const target = join(scratch, 'backup');
		await rapi(['backup', '--to', target]);
		expect((await rapi(['backup', '--to', target])).text).toContain('not empty');
		expect((await rapi(['restore', '--from', target])).text).toContain('not empty');
		appendFileSync(join(target, 'rapi.db'), 'x');
		const { code, text } = await rapi(['restore', '--from', target], { dataDir: join(scratch, 'new') });
		expect([code, text]).toEqual([exitCodes.failed, 'rapi.db of this backup is missing or was changed.']);
	});
});

function rowsOf(file: string, query: string): unknown[] {
	const database = new BetterSqlite(file, { readonly: true });
	const rows = database.prepare(query).all();
	database.close();
	return rows;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { openDatabase } from '../../../server/storage/open-database.ts';

const commits = 300;

/** What a commit costs on this machine at least: one row of 1 kB, with the settings that Rapi opens SQLite with. */
export function measureCommits(): number[] {
	const folder = mkdtempSync(join(tmpdir(), 'rapi-bench-commit-'));
	const { sqlite } = openDatabase(folder);
	sqlite.exec('create table row (id text primary key, text text not null)');
	const insert = sqlite.prepare('insert into row (id, text) values (?, ?)');
	const delays = Array.from({ length: commits }, () => {
		const started = performance.now();
		insert.run(uuidv7(), 'x'.repeat(1_000));
		return performance.now() - started;
	});
	sqlite.close();
	rmSync(folder, { recursive: true });
	return delays;
}

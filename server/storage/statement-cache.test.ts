import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StatementCache } from './statement-cache.ts';

let sqlite: BetterSqlite.Database;
let cache: StatementCache;
beforeEach(() => {
	sqlite = new BetterSqlite(':memory:');
	sqlite.exec('create table steps (title text)');
	cache = new StatementCache(sqlite);
});
afterEach(() => cache.close());

it('has a statement prepared once, however often it runs', () => {
	const prepare = vi.spyOn(sqlite, 'prepare');
	for (const title of ['Buka toko', 'Nyalakan lampu'])
		cache.prepare('insert into steps values (?)').run([title]);
	expect(cache.prepare('select count(*) as steps from steps').all([])).toEqual([{ steps: 2 }]);
	expect(prepare).toHaveBeenCalledTimes(2);
});

it('goes on with a kept statement after the table got a new column', () => {
	cache.prepare('insert into steps (title) values (?)').run(['Buka toko']);
	cache.prepare('select * from steps').all([]);
	sqlite.exec('alter table steps add column minutes integer');
	expect(cache.prepare('select * from steps').all([])).toEqual([{ title: 'Buka toko', minutes: null }]);
});

it('forgets what was used longest ago, and never keeps a very long one', () => {
	const prepare = vi.spyOn(sqlite, 'prepare');
	cache.prepare('select 0');
	for (let count = 1; count <= 500; count++) cache.prepare(`select ${count}`);
	cache.prepare('select 500');
	expect(prepare).toHaveBeenCalledTimes(501);
	cache.prepare('select 0');
	expect(prepare).toHaveBeenCalledTimes(502);
	const long = `select '${'-'.repeat(5_000)}'`;
	cache.prepare(long);
	cache.prepare(long);
	expect(prepare).toHaveBeenCalledTimes(504);
});

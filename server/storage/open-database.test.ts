import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, openDatabase, type OpenDatabase } from './open-database.ts';

let dataDir: string;
beforeEach(() => {
	dataDir = mkdtempSync(join(tmpdir(), 'rapi-storage-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function using<T>(work: (open: OpenDatabase) => T | Promise<T>): Promise<T> {
	const open = openDatabase(dataDir);
	try {
		return await work(open);
	} finally {
		await open.db.destroy();
	}
}

function schemaOf({ sqlite }: OpenDatabase): unknown[] {
	return sqlite.prepare('select type, name, sql from sqlite_master order by name').all();
}

describe('the database', () => {
	it('waits for the disk at every commit, also when it is opened again', async () => {
		await using(({ db }) => migrate(db));
		const level = await using(({ sqlite }) => sqlite.pragma('synchronous', { simple: true }));
		expect(level).toBe(2);
	});

	it('checks foreign keys', async () => {
		await using(async ({ db }) => {
			await migrate(db);
			const orphan = db
				.insertInto('folders')
				.values({
					id: 'f',
					workspaceId: 'nowhere',
					parentId: null,
					name: 'x',
					orderKey: 'a0',
					restrictedAt: null,
					archivedAt: null,
					trashedAt: null,
					createdBy: 'x',
					createdAt: 0,
					version: 0,
					deletedAt: null
				})
				.execute();
			await expect(orphan).rejects.toThrow(/FOREIGN KEY/);
		});
	});

	it('is the same after a second migration as after the first', async () => {
		const first = await using(async (open) => {
			await migrate(open.db);
			return schemaOf(open);
		});
		const second = await using(async (open) => {
			await migrate(open.db);
			return schemaOf(open);
		});
		expect(second).toEqual(first);
	});

	it('lets nobody write between what a transaction reads and what it writes', async () => {
		await using(async (first) => {
			await migrate(first.db);
			await using(async (second) => {
				second.sqlite.pragma('busy_timeout = 0');
				await first.db.transaction().execute(async (trx) => {
					await trx.selectFrom('meta').selectAll().execute();
					await expect(note(second, 'second')).rejects.toThrow(/locked/);
					await trx.insertInto('meta').values({ key: 'first', value: '' }).execute();
				});
				await note(second, 'second');
				expect(await keysOf(second)).toEqual(['first', 'second']);
			});
		});
	});

	it('is read as of one moment while somebody else writes, and holds nobody up', async () => {
		await using(async (first) => {
			await migrate(first.db);
			await using(async (second) => {
				second.sqlite.pragma('busy_timeout = 0');
				const reading = first.db.transaction().setAccessMode('read only');
				await reading.execute(async (trx) => {
					await trx.selectFrom('meta').selectAll().execute();
					await note(second, 'second');
					expect(await trx.selectFrom('meta').selectAll().execute()).toEqual([]);
				});
				expect(await keysOf(first)).toEqual(['second']);
			});
		});
	});
});

function note({ db }: OpenDatabase, key: string) {
	return db.insertInto('meta').values({ key, value: '' }).execute();
}

async function keysOf({ db }: OpenDatabase): Promise<string[]> {
	const rows = await db.selectFrom('meta').select('key').orderBy('key').execute();
	return rows.map(({ key }) => key);
}

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
});

import Dexie from 'dexie';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { FakeDevice } from '../../../tests/support/device.ts';
import { databaseName, LocalDatabase } from './local-database.ts';

describe('the local database', () => {
	it('opens what an older Rapi wrote, with the pictures that wait in it', async () => {
		const [memberId, pageId] = [uuidv7(), uuidv7()];
		const { indexedDB, IDBKeyRange } = new FakeDevice().ports();
		const options = { indexedDB, IDBKeyRange };
		const older = new Dexie(databaseName(memberId), options);
		older.version(1).stores({ images: 'id, pageId, pending', lateEdits: 'pageId' });
		await older.table('images').put({ id: 'a', pageId, blob: new Blob(['1234']), pending: 1 });
		await older.table('lateEdits').put({ pageId, title: 'Gaji', updates: [], at: 1 });
		older.close();
		const db = new LocalDatabase(memberId, options);
		await db.open();
		expect(await db.images.orderBy('[pageId+bytes]').keys()).toEqual([[pageId, 4]]);
		expect(await db.images.where('pending').equals(1).primaryKeys()).toEqual(['a']);
		expect(await db.lateEdits.get(pageId)).toMatchObject({ title: 'Gaji', images: [] });
		db.close();
	});

	it('opens rows that are objects yet, and tasks that name neither freed blockers nor files', async () => {
		const memberId = uuidv7();
		const { indexedDB, IDBKeyRange } = new FakeDevice().ports();
		const options = { indexedDB, IDBKeyRange };
		const older = new Dexie(databaseName(memberId), options);
		older.version(1).stores({ rows: '[noun+id], folderId', images: 'id', lateEdits: 'pageId' });
		const rows = [
			{ noun: 'tasks', id: 't', folderId: 'f', row: { id: 't', blockerIds: ['b'] } },
			{ noun: 'pages', id: 'p', folderId: 'f', row: { id: 'p' } }
		];
		await older.table('rows').bulkPut(rows);
		older.close();
		const db = new LocalDatabase(memberId, options);
		await db.open();
		const row = async (noun: 'tasks' | 'pages', id: string) =>
			JSON.parse((await db.rows.get([noun, id]))?.text ?? '') as unknown;
		expect(await row('tasks', 't')).toEqual({
			...{ id: 't', blockerIds: ['b'], freedIds: [], attachments: [] }
		});
		expect(await row('pages', 'p')).toEqual({ id: 'p' });
		expect(await db.rows.where('folderId').equals('f').count()).toBe(2);
		db.close();
	});
});

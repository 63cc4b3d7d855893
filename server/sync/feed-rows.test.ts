import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '#domain/pages/page.ts';
import { openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { rowsOfFolders } from './feed-rows.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

/** More pages of one folder than a batch holds, all like the first. */
async function fillFolder(folderId: string, count: number): Promise<string[]> {
	const { db } = home.services.storage;
	const id = await home.page('Halaman', folderId);
	const page = await db.selectFrom('pages').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
	const ids = Array.from(
		{ length: count },
		(_, at) => `${folderId.slice(0, -4)}${String(at).padStart(4, '0')}`
	);
	for (let start = 0; start < count; start += 400) {
		const rows = ids.slice(start, start + 400).map((each): Page => ({ ...page, id: each }));
		await db.insertInto('pages').values(rows).execute();
	}
	return [id, ...ids].sort();
}

describe('the rows of some folders', () => {
	it('are all that live in them, however many, and nothing of the folders beside', async () => {
		const wanted = await home.folder('Operasional');
		const other = await home.folder('Keuangan');
		const ids = await fillFolder(wanted, 1_200);
		await fillFolder(other, 3);
		const found: string[] = [];
		for await (const rows of rowsOfFolders(home.services.storage.db, home.workspaceId, [wanted]))
			for (const { noun, row } of rows) if (noun === 'pages') found.push(row.id);
		expect(found.sort()).toEqual(ids);
	});

	it('leave out what left the folders while they were being read', async () => {
		const wanted = await home.folder('Operasional');
		const other = await home.folder('Keuangan', null, true);
		await fillFolder(wanted, 1_200);
		const { db } = home.services.storage;
		const moved = new Set<string>();
		for await (const rows of rowsOfFolders(db, home.workspaceId, [wanted])) {
			for (const { row } of rows) expect(moved).not.toContain(row.id);
			if (moved.size > 0 || rows[0]?.noun !== 'pages') continue;
			const read = rows.map(({ row }) => row.id);
			const left = await db.selectFrom('pages').select('id').where('id', 'not in', read).execute();
			await db.updateTable('pages').set({ folderId: other }).where('id', 'not in', read).execute();
			for (const { id } of left) moved.add(id);
		}
		expect(moved.size).toBe(701);
	});

	it('leave out another workspace, whatever folder is asked for', async () => {
		const folder = await home.folder('Operasional');
		await home.page('Halaman', folder);
		const found: string[] = [];
		for await (const rows of rowsOfFolders(home.services.storage.db, 'another', [folder]))
			found.push(...rows.map(({ row }) => row.id));
		expect(found).toEqual([]);
	});
});

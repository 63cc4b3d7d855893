import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput, CommandName } from '#domain/commands/commands.ts';
import type { Task } from '#domain/tasks/task.ts';
import { readRow } from '../records/row-codec.ts';
import { openFeedTest, type FeedTest } from '../../tests/support/feed-test.ts';
import { furnishWork, type Work } from '../../tests/support/furnish-work.ts';
import { assertDone } from '../../tests/support/test-workspace.ts';

let test: FeedTest;
let work: Work;
/** A board in a folder that everybody of the company sees; the furnished one lies where only owners and admins look. */
let open: { boardId: string; columnId: string };

beforeEach(async () => {
	test = await openFeedTest();
	const { home } = test;
	work = await furnishWork(home, await home.folder('Keuangan', null, true));
	const folderId = await home.folder('Operasional');
	open = { boardId: uuidv7(), columnId: uuidv7() };
	await done('boards.create', {
		...{ id: open.boardId, folderId, name: 'Papan', orderKey: 'a0' },
		columns: [{ id: open.columnId, name: 'Belum', kind: 'todo', limit: null }]
	});
});
afterEach(() => test.close());

async function done<N extends CommandName>(name: N, input: CommandInput<N>): Promise<void> {
	assertDone(await test.home.send('wulan', name, input));
}

async function read(id: string): Promise<Task> {
	const { db } = test.home.services.storage;
	return readRow(
		'tasks',
		await db.selectFrom('tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
	);
}

/** Brings the blocked task to where others see it; its blocker stays. */
async function moveOut(): Promise<string> {
	const [id = ''] = work.taskIds;
	await done('tasks.move', { id, ...open, orderKey: 'a0' });
	return id;
}

describe('a task whose blocker lies in another folder', () => {
	it('says that it is solved, and not any more when it is opened again', async () => {
		const id = await moveOut();
		expect(await read(id)).toMatchObject({ blockerIds: [work.blockerId], freedIds: [] });
		await done('blockers.solve', { id: work.blockerId });
		expect((await read(id)).freedIds).toEqual([work.blockerId]);
		await done('blockers.reopen', { id: work.blockerId });
		expect((await read(id)).freedIds).toEqual([]);
	});

	it('says so too when it moves, or begins to wait, after the solution', async () => {
		await done('blockers.solve', { id: work.blockerId });
		const second = uuidv7();
		await done('tasks.create', { id: second, ...open, orderKey: 'a1', title: 'Kedua' });
		await done('tasks.block', { id: second, blockerId: work.blockerId });
		expect((await read(second)).freedIds).toEqual([work.blockerId]);
		await done('tasks.unblock', { id: second, blockerId: work.blockerId });
		expect((await read(second)).freedIds).toEqual([]);
		const id = await moveOut();
		expect((await read(id)).freedIds).toEqual([work.blockerId]);
	});

	it('says nothing while both lie in one folder: the blocker itself says it', async () => {
		await done('blockers.solve', { id: work.blockerId });
		expect((await read(work.taskIds[0] ?? '')).freedIds).toEqual([]);
	});

	it('tells whoever cannot see the blocker that it is solved, and nothing else of it', async () => {
		const id = await moveOut();
		const rara = test.connect('rara');
		await rara.caughtUp();
		const changes = rara.next('changes');
		await done('blockers.solve', { id: work.blockerId });
		await changes;
		const task = rara.copy.of('tasks').find(({ row }) => row.id === id)?.row as Task | undefined;
		expect(task?.freedIds).toEqual([work.blockerId]);
		expect(rara.copy.of('blockers')).toEqual([]);
		expect(rara.texts.join()).not.toContain('Stok L kosong');
		expect(rara.texts.join()).not.toContain('blockers.solve');
	});
});

import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput } from '#domain/commands/commands.ts';
import { furnishWork, type Work } from '../../tests/support/furnish-work.ts';
import { assertDone, openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import { toldNotices, whoWasTold } from '../../tests/support/told-notices.ts';
import { createNotices } from './notices.ts';

let home: TestWorkspace;
let work: Work;
let folderId: string;
beforeEach(async () => {
	home = await openTestWorkspace();
	folderId = await home.folder('Pemasaran', null, true);
	for (const person of ['rara', 'yoga'] as const) await grant(person);
	work = await furnishWork(home, folderId);
	await home.services.notices.catchUp();
	await home.services.storage.db.deleteFrom('notices').execute();
});
afterEach(() => home.close());

async function grant(person: 'rara' | 'yoga') {
	const given = { memberId: home.memberId(person), role: null, level: 'edit', endsAt: null } as const;
	assertDone(await home.send('wulan', 'grants.set', { id: uuidv7(), folderId, ...given }));
}

/** A process that knows of the log only what is on disk, as after kill -9. */
function anew() {
	const { bus, clock, commands, log, people, pushes, storage } = home.services;
	return createNotices({
		...{ db: storage.db, bus, clock, commands, log, pushes, links: people.links, sendMail: undefined }
	});
}

async function task(facts: CommandInput<'tasks.create'>['with'] = {}): Promise<string> {
	const id = uuidv7();
	const place = { boardId: work.boardId, columnId: work.columns.todo, orderKey: 'a5' };
	assertDone(await home.send('wulan', 'tasks.create', { id, ...place, title: 'Foto rok', with: facts }));
	return id;
}

const ids = (...people: ('rara' | 'yoga' | 'rizky' | 'wulan')[]) =>
	people.map((person) => home.memberId(person));
const moveTo = (id: string, column: keyof Work['columns']) => ({
	...{ id, boardId: work.boardId, columnId: work.columns[column], orderKey: 'a6' }
});

describe('what people do is told', () => {
	it('to those who see the folder and are given the task, and not to who gave it', async () => {
		await task({ assigneeIds: ids('rara', 'rizky', 'wulan') });
		await home.services.notices.catchUp();
		expect(await whoWasTold(home)).toEqual(['rara assigned']);
	});

	it('to a mentioned person, to a thread’s writers and to who follows, once each', async () => {
		const taskId = await task({ assigneeIds: ids('yoga') });
		const threadId = uuidv7();
		await home.send('rara', 'comments.add', { id: threadId, taskId, threadId: null, body: 'Kapan?' });
		const body = `Besok @[${home.memberId('yoga')}]`;
		await home.send('wulan', 'comments.add', { id: uuidv7(), taskId, threadId, body });
		await home.services.notices.catchUp();
		expect(await whoWasTold(home)).toEqual([
			'rara answered',
			'wulan commented',
			'yoga assigned',
			'yoga commented',
			'yoga mentioned'
		]);
	});

	it('to the people of every task that waited, once the blocker is solved and no other is left', async () => {
		const [one, two] = [await task({ assigneeIds: ids('rara') }), await task({ assigneeIds: ids('yoga') })];
		const { blockerId } = work;
		for (const id of [one, two]) assertDone(await home.send('wulan', 'tasks.block', { id, blockerId }));
		const other = { id: uuidv7(), taskId: two, reason: 'Kurir', ownerId: null, expectedOn: null };
		assertDone(await home.send('wulan', 'blockers.open', other));
		assertDone(await home.send('wulan', 'blockers.solve', { id: blockerId }));
		await home.services.notices.catchUp();
		const told = await whoWasTold(home);
		expect(told.filter((line) => line.endsWith('freed'))).toEqual(['rara freed']);
		expect(told).toContain('yoga blocked');
	});

	it('as done rather than moved when a task is finished', async () => {
		const id = await task({ assigneeIds: ids('rara') });
		await home.send('rara', 'tasks.move', moveTo(id, 'doing'));
		await home.send('rara', 'tasks.move', moveTo(id, 'done'));
		await home.services.notices.catchUp();
		expect(await whoWasTold(home)).toEqual(['rara assigned', 'wulan done', 'wulan moved']);
	});

	it('not in a kind that its person wants silent', async () => {
		const { db } = home.services.storage;
		const memberId = home.memberId('rara');
		const quiet = '{"from":"20:00","to":"07:00"}';
		await db
			.insertInto('noticeSettings')
			.values({ memberId, recapAt: null, quiet, ways: '{"assigned":"silent"}' })
			.execute();
		await task({ assigneeIds: ids('rara', 'yoga') });
		await home.services.notices.catchUp();
		expect(await whoWasTold(home)).toEqual(['yoga assigned']);
	});

	it('once, by a second reader of the log too, and after a crash between change and notice', async () => {
		await task({ assigneeIds: ids('rara') });
		const { storage } = home.services;
		await anew().catchUp();
		await storage.db.updateTable('noticePosition').set({ seq: 0 }).execute();
		await anew().catchUp();
		await home.services.notices.catchUp();
		expect((await whoWasTold(home)).filter((line) => line === 'rara assigned')).toHaveLength(1);
	});

	it('does not tell anew what its person has read', async () => {
		await task({ assigneeIds: ids('rara') });
		await home.services.notices.catchUp();
		const [notice] = await toldNotices(home);
		assertDone(await home.send('rara', 'notices.mark', { id: notice?.id ?? '', read: true }));
		await home.services.storage.db.updateTable('noticePosition').set({ seq: 0 }).execute();
		await anew().catchUp();
		const mine = (await toldNotices(home)).filter(({ id }) => id === notice?.id);
		expect(mine.map(({ readAt }) => readAt)).toEqual([home.clock.now()]);
	});
});

describe('what is due is told', () => {
	// The clock stands at Monday 23 November 2026, 09.00 in Jakarta.
	const hour = 3_600_000;

	it('to the assignee, not in quiet hours, and later to those who manage the folder', async () => {
		await task({ assigneeIds: ids('rara'), dueOn: '2026-11-23', dueTime: '21:00' });
		const { notices } = home.services;
		const after = async (hours: number) => {
			home.clock.advance(hours * hour);
			await notices.tick();
			await notices.tick();
			return (await whoWasTold(home)).filter((line) => !line.endsWith('assigned'));
		};
		expect(await after(13)).toEqual([]);
		expect(await after(9)).toEqual(['rara overdue']);
		expect(await after(24)).toEqual(['rara overdue']);
		expect(await after(24)).toEqual(['dimas escalated', 'rara overdue', 'wulan escalated']);
	});

	it('to no one any more once it is done', async () => {
		const id = await task({ assigneeIds: ids('rara'), dueOn: '2026-11-20' });
		await home.send('rara', 'tasks.move', moveTo(id, 'done'));
		await home.services.notices.tick();
		expect((await whoWasTold(home)).filter((line) => line.endsWith('escalated'))).toEqual([]);
	});

	it('to nobody who has lost the folder', async () => {
		const grants = await home.services.storage.db.selectFrom('grants').selectAll().execute();
		await task({ assigneeIds: ids('rara'), dueOn: '2026-11-22' });
		const held = grants.find(({ memberId }) => memberId === home.memberId('rara'));
		assertDone(await home.send('wulan', 'grants.remove', { id: held?.id ?? '' }));
		await home.services.notices.tick();
		expect((await whoWasTold(home)).filter((line) => line.startsWith('rara'))).toEqual([]);
	});
});

describe('a task that comes again on its date', () => {
	const daily = { every: 'day', interval: 1, after: 'date', until: null } as const;

	it('is made once for each day, in the name of who made it, with its number', async () => {
		await task({ assigneeIds: ids('rara'), dueOn: '2026-11-22', recurrence: daily });
		for (let minute = 0; minute < 4; minute++) await home.services.notices.tick();
		const rows = await home.services.storage.db
			.selectFrom('tasks')
			.select(['dueOn', 'number', 'createdBy'])
			.where('seriesId', 'is not', null)
			.orderBy('dueOn')
			.execute();
		expect(rows.map(({ dueOn }) => dueOn)).toEqual(['2026-11-22', '2026-11-23', '2026-11-24']);
		expect(new Set(rows.map(({ number }) => number)).size).toBe(3);
		expect(rows.every(({ createdBy }) => createdBy === home.memberId('wulan'))).toBe(true);
	});

	it('is made in the name of one who has it, where its maker may not any more', async () => {
		const id = uuidv7();
		const place = { boardId: work.boardId, columnId: work.columns.todo, orderKey: 'a7' };
		const facts = { assigneeIds: ids('rara'), dueOn: '2026-11-23', recurrence: daily };
		assertDone(await home.send('yoga', 'tasks.create', { id, ...place, title: 'Cek stok', with: facts }));
		assertDone(await home.send('wulan', 'members.deactivate', { id: home.memberId('yoga') }));
		await home.services.notices.tick();
		const made = await home.services.storage.db
			.selectFrom('tasks')
			.select('createdBy')
			.where('dueOn', '=', '2026-11-24')
			.execute();
		expect(made).toEqual([{ createdBy: home.memberId('rara') }]);
	});
});

import { uuidv7 } from 'uuidv7';
import { writeRecords } from '#server/records/write-records.ts';
import { assertDone, type Person, type TestWorkspace } from './test-workspace.ts';

/** What stands on a board that a test can work with. */
export interface Work {
	boardId: string;
	columns: { todo: string; doing: string; done: string };
	taskIds: string[];
	blockerId: string;
	teamId: string;
}

/** A board with tasks, comments, a blocker, a team and a full inbox, made by the owner. */
export async function furnishWork(home: TestWorkspace, folderId: string): Promise<Work> {
	const [boardId, blockerId, teamId] = [uuidv7(), uuidv7(), uuidv7()];
	const columns = { todo: uuidv7(), doing: uuidv7(), done: uuidv7() };
	const send: TestWorkspace['send'] = async (person, name, input) => {
		const outcome = await home.send(person, name, input);
		assertDone(outcome);
		return outcome;
	};
	await send('wulan', 'boards.create', {
		...{ id: boardId, folderId, name: 'Rilis koleksi Senja', orderKey: 'a0' },
		columns: (['todo', 'doing', 'done'] as const).map((kind) => ({
			...{ id: columns[kind], name: kind, kind, limit: null }
		}))
	});
	const taskIds = [uuidv7(), uuidv7(), uuidv7()];
	for (const [at, id] of taskIds.entries()) {
		const place = { boardId, columnId: columns.todo, orderKey: `a${at}` };
		await send('wulan', 'tasks.create', { id, ...place, title: `Tugas ${at}` });
		await send('wulan', 'comments.add', { id: uuidv7(), taskId: id, threadId: null, body: 'Mulai' });
	}
	const [taskId = ''] = taskIds;
	const reason = { reason: 'Stok L kosong', ownerId: null, expectedOn: null };
	await send('wulan', 'blockers.open', { id: blockerId, taskId, ...reason });
	await send('wulan', 'teams.set', {
		...{ id: teamId, name: 'Gudang', memberIds: [home.memberId('yoga')] },
		...{ leadId: home.memberId('yoga'), deputyId: null }
	});
	await giveNotices(home, { taskId, folderId }, ['rara', 'yoga', 'rizky']);
	return { boardId, columns, taskIds, blockerId, teamId };
}

/** A line in the inbox of each of these people, as the server writes them. */
export async function giveNotices(
	home: TestWorkspace,
	about: { taskId: string; folderId: string },
	people: readonly Person[]
): Promise<string[]> {
	const { services, workspaceId, clock } = home;
	const ids = people.map(() => uuidv7());
	const { db } = services.storage;
	const who = { workspaceId, memberId: home.memberId('wulan'), name: 'notices.tell', now: clock.now() };
	const news = await db.transaction().execute((trx) =>
		writeRecords(trx, who, async (tx) => {
			for (const [at, person] of people.entries()) {
				await tx.put('notices', {
					...{ id: ids[at] ?? '', workspaceId, ...about, memberId: home.memberId(person) },
					...{ kind: 'assigned', commentId: null, byId: home.memberId('wulan'), at: clock.now() },
					...{ readAt: null, doneAt: null, snoozedUntil: null, foldedOn: null, version: 0, deletedAt: null }
				});
			}
			return { noun: 'tasks', id: about.taskId };
		})
	);
	services.bus.publish(news);
	return ids;
}

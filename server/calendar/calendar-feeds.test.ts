import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInput } from '#domain/commands/commands.ts';
import { assertDone, openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';

let home: TestWorkspace;
let boardId: string;
const columnId = uuidv7();
const doneId = uuidv7();
beforeEach(async () => {
	home = await openTestWorkspace();
	boardId = uuidv7();
	const columns = [
		{ id: columnId, name: 'Mulai', kind: 'todo' as const, limit: null },
		{ id: doneId, name: 'Selesai', kind: 'done' as const, limit: null }
	];
	const folderId = await home.folder('Operasional');
	const board = { id: boardId, folderId, name: 'Papan', orderKey: 'a0', columns };
	assertDone(await home.send('wulan', 'boards.create', board));
});
afterEach(() => home.close());

async function task(title: string, facts: CommandInput<'tasks.create'>['with'], column = columnId) {
	const input = { id: uuidv7(), boardId, columnId: column, orderKey: 'a0', title, with: facts };
	assertDone(await home.send('wulan', 'tasks.create', input));
}

async function titlesOf(calendarOf: string | null): Promise<string[]> {
	const made = await home.services.calendarFeeds.create(home.caller('rara'), { boardId: calendarOf });
	const text = 'secret' in made ? await home.services.calendarFeeds.read(made.secret) : undefined;
	return [...(text ?? '').matchAll(/^SUMMARY:\S+ (.*)\r$/gm)].map((match) => match[1] ?? '');
}

describe('a calendar', () => {
	it("of one's own tasks holds what is assigned and the lines of checklists, soonest first", async () => {
		const rara = home.memberId('rara');
		const line = { id: uuidv7(), text: 'Timbang', orderKey: 'a0', doneAt: null, dueOn: null };
		await task('Nanti', { dueOn: '2026-12-02', assigneeIds: [rara] });
		await task('Segera', {
			dueOn: '2026-12-01',
			checklist: [{ ...line, doneBy: null, assigneeId: rara }]
		});
		await task('Tanpa tenggat', { assigneeIds: [rara] });
		await task('Orang lain', { dueOn: '2026-12-01', assigneeIds: [home.memberId('yoga')] });
		await task('Dicentang saja', {
			dueOn: '2026-12-01',
			checklist: [{ ...line, doneBy: rara, assigneeId: null }]
		});
		await task('Selesai', { dueOn: '2026-12-01', assigneeIds: [rara] }, doneId);
		expect(await titlesOf(null)).toEqual(['Segera', 'Nanti']);
	});

	it('of a board holds whosever task is due there', async () => {
		await task('Orang lain', { dueOn: '2026-12-01', assigneeIds: [home.memberId('yoga')] });
		await task('Siapa saja', { dueOn: '2026-11-30' });
		expect(await titlesOf(boardId)).toEqual(['Siapa saja', 'Orang lain']);
	});
});

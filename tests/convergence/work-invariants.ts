import { expect } from 'vitest';
import { readRow } from '#server/records/row-codec.ts';
import type { NounName, RowOf } from '#domain/records/nouns.ts';
import { everything, type FilterSurroundings } from '#domain/tasks/task-filter.ts';
import { columnsOf, standingOn } from '../../src/lib/boards/board-model.ts';
import type { TestWorkspace } from '../support/test-workspace.ts';

/** A filter that hides nothing asks for nothing around a task. */
const alone: FilterSurroundings = {
	today: '2026-11-23',
	kindOf: () => 'todo',
	isBlocked: () => false,
	peopleOf: ({ assigneeIds }) => assigneeIds
};

/** What must hold of boards and tasks whatever happened to them, and in whatever order it arrived. */
export async function expectWorkHolds(home: TestWorkspace): Promise<void> {
	const boards = new Map((await living(home, 'boards')).map((board) => [board.id, board]));
	const tasks = await living(home, 'tasks');
	const numbers = tasks.flatMap(({ number }) => number ?? []);
	expect(new Set(numbers).size, 'a number is given once').toBe(numbers.length);
	for (const task of tasks) {
		const board = boards.get(task.boardId);
		const columns = board?.columns.filter(({ id }) => id === task.columnId) ?? [];
		expect(columns, `task ${task.id} stands in one column`).toHaveLength(1);
		expect(task.folderId, 'a task lies where its board lies').toBe(board?.folderId);
		const isDone = columns[0]?.kind === 'done' && task.templateAt === null;
		expect(task.doneAt !== null, `task ${task.id} is done because of its column`).toBe(isDone);
		for (const list of ['assigneeIds', 'labels', 'watcherIds', 'blockerIds'] as const)
			expect(new Set(task[list]).size, `${list} holds each once`).toBe(task[list].length);
	}
	expectNoDoubles(tasks);
	for (const board of boards.values()) expectOneOrder(board, tasks);
	expectBlockersCountedOnce(tasks, await living(home, 'blockers'));
	await expectTogether(home, tasks);
}

/** However often one occurrence was finished, there is one next. */
function expectNoDoubles(tasks: readonly RowOf<'tasks'>[]): void {
	const days = tasks
		.filter(({ seriesId, dueOn }) => seriesId !== null && dueOn !== null)
		// A task that was given another day by hand may meet its own series there.
		.filter(({ writers }) => writers['dueOn'] === undefined)
		.map(({ seriesId, dueOn }) => `${seriesId} ${dueOn}`);
	expect(new Set(days).size, 'an occurrence is never doubled').toBe(days.length);
}

/** Whatever order the rows came in, a board shows each of its tasks once, in the same columns and order. */
function expectOneOrder(board: RowOf<'boards'>, tasks: readonly RowOf<'tasks'>[]): void {
	const shown = (rows: RowOf<'tasks'>[]) =>
		columnsOf(board, standingOn(board, rows), everything, alone).columns.map(({ column, tasks: cards }) => [
			column.id,
			...cards.map(({ id }) => id)
		]);
	const columns = shown([...tasks]);
	expect(shown([...tasks].reverse()), `the order of board ${board.id}`).toEqual(columns);
	const cards = columns.flatMap(([, ...ids]) => ids);
	expect(new Set(cards).size, `board ${board.id} shows each task once`).toBe(cards.length);
}

/** A blocker is one row however many tasks it holds, and all of them are free by its one solution. */
function expectBlockersCountedOnce(
	tasks: readonly RowOf<'tasks'>[],
	blockers: readonly RowOf<'blockers'>[]
): void {
	const byId = new Map(blockers.map((blocker) => [blocker.id, blocker]));
	expect(byId.size).toBe(blockers.length);
	for (const { id, blockerIds, freedIds, folderId } of tasks) {
		for (const blockerId of blockerIds)
			expect(byId.has(blockerId), `blocker ${blockerId} of task ${id}`).toBe(true);
		const elsewhere = blockerIds.filter((blockerId) => byId.get(blockerId)?.folderId !== folderId);
		const freed = elsewhere.filter((blockerId) => byId.get(blockerId)?.solvedAt !== null);
		expect(freedIds, `what task ${id} says of blockers elsewhere`).toEqual(freed);
	}
	for (const { solvedAt, solvedBy } of blockers)
		expect(solvedAt === null, 'solved by somebody, or by nobody').toBe(solvedBy === null);
}

/** Comments and descriptions lie in the folder of their task, and every comment has one. */
async function expectTogether(home: TestWorkspace, tasks: readonly RowOf<'tasks'>[]): Promise<void> {
	const folders = new Map(tasks.map(({ id, folderId }) => [id, folderId]));
	for (const comment of await living(home, 'comments'))
		expect(comment.folderId, 'a comment goes with its task').toBe(folders.get(comment.taskId));
	const pages = new Map((await living(home, 'pages')).map((page) => [page.id, page]));
	for (const { descriptionId, folderId } of tasks)
		if (descriptionId !== null) expect(pages.get(descriptionId)?.folderId).toBe(folderId);
}

async function living<N extends NounName>(home: TestWorkspace, noun: N): Promise<RowOf<N>[]> {
	const rows = await home.services.storage.db
		.selectFrom(noun as 'tasks')
		.selectAll()
		.where('deletedAt', 'is', null)
		.execute();
	return rows.map((row) => readRow(noun, row));
}

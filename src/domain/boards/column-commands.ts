import * as v from 'valibot';
import { command } from '../commands/command.ts';
import { refuse } from '../kernel/refusal.ts';
import { idSchema } from '../kernel/schema.ts';
import type { Tx } from '../records/tx.ts';
import { boardNeed } from './board-commands.ts';
import { boardLimits, columnOf, columnSchema, fieldSchema, type Board, type Column } from './board.ts';

/** Before which column; null for the end. */
const beforeSchema = v.nullable(idSchema);

export const addColumn = command({
	input: v.object({ id: idSchema, column: columnSchema, before: beforeSchema }),
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { id, column, before }) {
		const board = await tx.get('boards', id);
		if (!board) return refuse('not_found', 'id');
		if (columnOf(board, column.id)) return refuse('already_exists', 'column.id');
		if (board.columns.length >= boardLimits.columns) return refuse('too_many', 'column');
		await putColumns(tx, board, placed(board.columns, column, before));
		return undefined;
	}
});

export const setColumn = command({
	input: v.object({ id: idSchema, column: columnSchema }),
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { id, column }, { now }) {
		const board = await tx.get('boards', id);
		const before = board && columnOf(board, column.id);
		if (!before) return refuse('not_found', 'column.id');
		const columns = board.columns.map((each) => (each.id === column.id ? column : each));
		await putColumns(tx, board, columns);
		if ((before.kind === 'done') !== (column.kind === 'done')) await markDone(tx, board, column, now);
		return undefined;
	}
});

/** Tasks are done because their column says so; changing what it says changes them. */
async function markDone(tx: Tx, board: Board, column: Column, now: number): Promise<void> {
	for (const task of await tx.list('tasks', { boardId: board.id, columnId: column.id })) {
		const isDone = column.kind === 'done' && task.templateAt === null;
		await tx.put('tasks', { ...task, doneAt: isDone ? now : null });
	}
}

export const moveColumn = command({
	input: v.object({ id: idSchema, columnId: idSchema, before: beforeSchema }),
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { id, columnId, before }) {
		const board = await tx.get('boards', id);
		const column = board && columnOf(board, columnId);
		if (!column) return refuse('not_found', 'columnId');
		if (before === columnId) return undefined;
		const others = board.columns.filter((each) => each !== column);
		await putColumns(tx, board, placed(others, column, before));
		return undefined;
	}
});

/** Only an empty column goes, so that no task is ever without one. */
export const removeColumn = command({
	input: v.object({ id: idSchema, columnId: idSchema }),
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { id, columnId }) {
		const board = await tx.get('boards', id);
		if (!board || !columnOf(board, columnId)) return refuse('not_found', 'columnId');
		const left = board.columns.filter((each) => each.id !== columnId);
		if (left.length === 0) return refuse('not_empty', 'columnId');
		const tasks = await tx.list('tasks', { boardId: id, columnId });
		if (tasks.length > 0) return refuse('not_empty', 'columnId');
		await putColumns(tx, board, left);
		return undefined;
	}
});

/** Adds a field to the board's tasks, or changes one. Its kind stays: values would lose their meaning. */
export const setBoardField = command({
	input: v.object({ id: idSchema, field: fieldSchema }),
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { id, field }) {
		const board = await tx.get('boards', id);
		if (!board) return refuse('not_found', 'id');
		const before = board.fields.find((each) => each.id === field.id);
		if (before && before.kind !== field.kind) return refuse('invalid', 'field.kind');
		if (!before && board.fields.length >= boardLimits.fields) return refuse('too_many', 'field');
		const fields = before
			? board.fields.map((each) => (each === before ? field : each))
			: [...board.fields, field];
		await tx.put('boards', { ...board, fields });
		return undefined;
	}
});

/** Values that tasks have in it stay with them unseen: adding the same field again shows them. */
export const removeBoardField = command({
	input: v.object({ id: idSchema, fieldId: idSchema }),
	needs: ({ id }) => [boardNeed(id)],
	subject: ({ id }) => ({ noun: 'boards', id }),
	async apply(tx, { id, fieldId }) {
		const board = await tx.get('boards', id);
		if (!board?.fields.some((each) => each.id === fieldId)) return refuse('not_found', 'fieldId');
		await tx.put('boards', { ...board, fields: board.fields.filter((each) => each.id !== fieldId) });
		return undefined;
	}
});

function placed(columns: readonly Column[], column: Column, before: string | null): Column[] {
	const at = columns.findIndex(({ id }) => id === before);
	return at < 0 ? [...columns, column] : [...columns.slice(0, at), column, ...columns.slice(at)];
}

function putColumns(tx: Tx, board: Board, columns: Column[]): Promise<void> {
	return tx.put('boards', { ...board, columns });
}

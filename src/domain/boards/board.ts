import * as v from 'valibot';
import { filledLineSchema, idSchema, limits, orderKeySchema, timeSchema } from '../kernel/schema.ts';

/** What a column means for the tasks in it: the five statuses of the glyphs. */
export const columnKinds = ['todo', 'doing', 'wait', 'blocked', 'done'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Most columns of a board, and most fields that a workspace adds to one. */
export const boardLimits = { columns: 20, fields: 30, choices: 50, wip: 999, tasksMoved: 2_000 } as const;

export const columnSchema = v.object({
	id: idSchema,
	name: filledLineSchema(limits.name),
	kind: v.picklist(columnKinds),
	/** Most tasks that should stand here at once (WIP); null for any number. A hint, never a refusal. */
	limit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(boardLimits.wip)))
});
export type Column = v.InferOutput<typeof columnSchema>;

export const fieldKinds = ['text', 'number', 'money', 'date', 'choice', 'person', 'checkbox', 'url'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A fact of tasks that the people of a board have added. */
export const fieldSchema = v.object({
	id: idSchema,
	name: filledLineSchema(limits.name),
	kind: v.picklist(fieldKinds),
	/** What can be chosen, for the kind *choice*. */
	choices: v.pipe(
		v.array(v.object({ id: idSchema, name: filledLineSchema(limits.name) })),
		v.maxLength(boardLimits.choices)
	)
});
export type BoardField = v.InferOutput<typeof fieldSchema>;

/** A board in a folder. Its columns stand in the order of the list; columns and fields are JSON. */
export const boardSchema = v.object({
	id: idSchema,
	workspaceId: idSchema,
	folderId: idSchema,
	name: filledLineSchema(limits.name),
	orderKey: orderKeySchema,
	columns: v.pipe(v.array(columnSchema), v.minLength(1), v.maxLength(boardLimits.columns)),
	fields: v.pipe(v.array(fieldSchema), v.maxLength(boardLimits.fields)),
	/** Since when it is a pattern to start from instead of a board to work on. */
	templateAt: v.nullable(timeSchema),
	archivedAt: v.nullable(timeSchema),
	trashedAt: v.nullable(timeSchema),
	createdBy: idSchema,
	createdAt: timeSchema,
	version: v.number(),
	deletedAt: v.nullable(timeSchema)
});
export type Board = v.InferOutput<typeof boardSchema>;

/** The column of a board; undefined when the board has none of this id. */
export function columnOf(board: Board, columnId: string): Column | undefined {
	return board.columns.find(({ id }) => id === columnId);
}

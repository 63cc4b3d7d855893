import type { Node, Schema } from '@tiptap/pm/model';
import { TextSelection, type Command } from '@tiptap/pm/state';
import * as tables from '@tiptap/pm/tables';

/**
 * Two people who change the shape of one table apart leave rows of unequal length. The stock commands
 * compute with missing cells as if they were the page itself and then write rows into rows, so each
 * one here evens the table first, as part of this person's own change.
 */
function onEvenTable(command: Command): Command {
	return (state, dispatch, view) => {
		const repair = tables.fixTables(state);
		if (!repair) return command(state, dispatch, view);
		const even = state.apply(repair);
		return command(even, dispatch && ((change) => dispatch(joined(repair, change.steps))), view);
	};
}

type Repair = NonNullable<ReturnType<typeof tables.fixTables>>;

function joined(repair: Repair, steps: Repair['steps']): Repair {
	for (const step of steps) repair.step(step);
	return repair;
}

export const addRowBefore = onEvenTable(tables.addRowBefore);
export const addRowAfter = onEvenTable(tables.addRowAfter);
export const addColumnBefore = onEvenTable(tables.addColumnBefore);
export const addColumnAfter = onEvenTable(tables.addColumnAfter);
export const deleteRow = onEvenTable(tables.deleteRow);
export const deleteColumn = onEvenTable(tables.deleteColumn);
export const toggleHeaderRow = onEvenTable(tables.toggleHeaderRow);
export const deleteTable: Command = tables.deleteTable;

/** Puts an empty table with a head row at the cursor, which then stands in its first cell. */
export function insertTable(rows: number, columns: number): Command {
	return (state, dispatch) => {
		if (!dispatch) return true;
		const change = state.tr.replaceSelectionWith(emptyTable(state.schema, rows, columns));
		const inside = change.doc.resolve(state.selection.from + 1);
		dispatch(change.setSelection(TextSelection.near(inside)).scrollIntoView());
		return true;
	};
}

function emptyTable({ nodes }: Schema, rows: number, columns: number): Node {
	const cell = (type: string) => nodes[type]!.create(null, nodes['paragraph']!.create());
	const row = (type: string) =>
		nodes['tableRow']!.create(
			null,
			Array.from({ length: columns }, () => cell(type))
		);
	const body = Array.from({ length: rows - 1 }, () => row('tableCell'));
	return nodes['table']!.create(null, [row('tableHeader'), ...body]);
}

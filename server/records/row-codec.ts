import { nouns, type NounName, type RowOf } from '#domain/records/nouns.ts';

/** Columns of a table that records never show. */
const hiddenColumns = ['accountId'] as const;

/** A row as the feed and commands know it, from its columns in SQL: JSON read, server's own facts left out. */
export function readRow<N extends NounName>(noun: N, columns: object): RowOf<N> {
	return readPart(noun, shownColumns(columns)) as unknown as RowOf<N>;
}

/** Some columns of a row, where reading whole rows would take most of the time. */
export function readPart<N extends NounName, K extends string>(
	noun: N,
	columns: Record<K, unknown>
): Pick<RowOf<N>, K & keyof RowOf<N>> {
	const row: Record<string, unknown> = { ...columns };
	for (const column of nouns[noun].json) if (column in row) row[column] = parseColumn(row[column]);
	return row as Pick<RowOf<N>, K & keyof RowOf<N>>;
}

/** A row without what only the server may see. */
export function shownRow<N extends NounName>(row: RowOf<N>): RowOf<N> {
	return shownColumns(row) as unknown as RowOf<N>;
}

function shownColumns(columns: object): Record<string, unknown> {
	const shown: Record<string, unknown> = { ...columns };
	for (const column of hiddenColumns) delete shown[column];
	return shown;
}

/** A row's columns as they are written to SQL. */
export function writtenColumns<N extends NounName>(noun: N, row: RowOf<N>): Record<string, unknown> {
	const columns: Record<string, unknown> = { ...row };
	for (const column of nouns[noun].json) columns[column] = JSON.stringify(columns[column]);
	return columns;
}

function parseColumn(text: unknown): unknown {
	return typeof text === 'string' ? (JSON.parse(text) as unknown) : text;
}

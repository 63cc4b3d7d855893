export type Alignment = 'left' | 'center' | 'right' | null;

/** A Markdown table as its words: every row has as many cells as the first. */
export interface PastedTable {
	rows: string[][];
	alignments: Alignment[];
	/** How many lines of the text it takes. */
	lines: number;
}

/** Most columns that a table is read with; wider lines stay lines. */
const mostColumns = 50;

/** The table that begins at a line: a row, a row of dashes with as many cells, and the rows below. */
export function tableAt(lines: readonly string[], at: number): PastedTable | undefined {
	const head = cellsOf(lines[at]);
	const alignments = cellsOf(lines[at + 1])?.map(alignmentOf);
	if (!head || !alignments || head.length !== alignments.length || head.length > mostColumns)
		return undefined;
	if (alignments.includes(undefined)) return undefined;
	const rows = [head];
	for (let cells = cellsOf(lines[at + 2]); cells; cells = cellsOf(lines[at + rows.length + 1]))
		rows.push(head.map((_, column) => cells?.[column] ?? ''));
	return { rows, alignments: alignments.map((one) => one ?? null), lines: rows.length + 1 };
}

/** The cells of a line between upright strokes; undefined for a line without any. */
function cellsOf(line: string | undefined): string[] | undefined {
	const inner = line?.trim();
	if (!inner?.includes('|')) return undefined;
	const cells = inner.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
	return cells.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** What a cell of dashes says about its column; undefined when it is none. */
function alignmentOf(cell: string): Alignment | undefined {
	const dashes = /^(:?)-+(:?)$/.exec(cell);
	if (!dashes) return undefined;
	const [, left, right] = dashes;
	if (right) return left ? 'center' : 'right';
	return left ? 'left' : null;
}

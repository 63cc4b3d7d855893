/** A place in a grid of cells. */
export interface GridPlace {
	row: number;
	column: number;
}

/** Where a key leads in a grid; undefined for keys that do not move, and at the edges. */
export function gridMove(
	{ key, ctrlKey }: { key: string; ctrlKey: boolean },
	{ row, column }: GridPlace,
	{ rows, columns }: { rows: number; columns: number }
): GridPlace | undefined {
	const to = target(key, ctrlKey, { row, column }, { row: rows - 1, column: columns - 1 });
	if (!to || to.row < 0 || to.column < 0 || to.row >= rows || to.column >= columns) return undefined;
	return to.row === row && to.column === column ? undefined : to;
}

function target(
	key: string,
	ctrl: boolean,
	{ row, column }: GridPlace,
	last: GridPlace
): GridPlace | undefined {
	if (key === 'ArrowDown') return { row: row + 1, column };
	if (key === 'ArrowUp') return { row: row - 1, column };
	if (key === 'ArrowRight') return { row, column: column + 1 };
	if (key === 'ArrowLeft') return { row, column: column - 1 };
	if (key === 'Home') return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
	if (key === 'End') return ctrl ? last : { row, column: last.column };
	return undefined;
}

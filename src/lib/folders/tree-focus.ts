import type { TreeRow } from './tree-rows.ts';

/** Where the focus is just before the lines of the tree change. */
export interface FocusBefore {
	/** The line that has it, if it is on one. */
	row: string | undefined;
	/** On nothing at all, as after the button that had it went away. */
	nowhere: boolean;
}

/**
 * Follows the focus through changes of the tree: to a neighbour when its line leaves, and back when
 * the line returns while nobody has moved on since.
 */
export class TreeFocus {
	#rows: readonly TreeRow[] = [];
	#left: { id: string; standIn: string | undefined } | undefined;

	/** Takes the new lines; the line that gets the focus, or undefined when it stays where it is. */
	follow(rows: readonly TreeRow[], before: FocusBefore): string | undefined {
		const earlier = this.#rows;
		this.#rows = rows;
		const left = this.#left;
		if (left && rows.some(({ id }) => id === left.id)) {
			this.#left = undefined;
			if (before.nowhere || before.row === left.standIn) return left.id;
		}
		const { row } = before;
		if (row === undefined || rows.some(({ id }) => id === row)) return undefined;
		const standIn = neighbour(earlier, row, rows);
		this.#left = { id: row, standIn };
		return standIn;
	}
}

/** The nearest line below that is still there, else the nearest above. */
function neighbour(earlier: readonly TreeRow[], row: string, rows: readonly TreeRow[]): string | undefined {
	const kept = new Set(rows.map(({ id }) => id));
	const at = earlier.findIndex(({ id }) => id === row);
	const below = earlier.slice(at + 1).find(({ id }) => kept.has(id));
	return (below ?? earlier.slice(0, at).findLast(({ id }) => kept.has(id)))?.id;
}

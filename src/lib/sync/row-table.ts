import type { NounName, RowOf } from '#domain/records/nouns.ts';

/** Rows of one noun in memory, with an index for each column that somebody asked by. */
export class RowTable<N extends NounName> {
	readonly #rows = new Map<string, RowOf<N>>();
	readonly #indexes = new Map<string, Map<unknown, Set<string>>>();

	get size(): number {
		return this.#rows.size;
	}

	get(id: string): RowOf<N> | undefined {
		return this.#rows.get(id);
	}

	values(): IterableIterator<RowOf<N>> {
		return this.#rows.values();
	}

	set(row: RowOf<N>): void {
		const before = this.#rows.get(row.id);
		if (before) this.#leaveIndexes(before);
		this.#rows.set(row.id, row);
		for (const [column, index] of this.#indexes) enter(index, row, column);
	}

	delete(id: string): boolean {
		const row = this.#rows.get(id);
		if (!row) return false;
		this.#leaveIndexes(row);
		return this.#rows.delete(id);
	}

	clear(): void {
		this.#rows.clear();
		this.#indexes.clear();
	}

	/** Rows whose columns equal every value of `where`. */
	find(where: Partial<RowOf<N>>): RowOf<N>[] {
		const column = Object.keys(where)[0];
		if (column === undefined) return [...this.#rows.values()];
		const ids = this.#index(column).get(valueOf(where, column)) ?? [];
		return [...ids].flatMap((id) => this.#rows.get(id) ?? []).filter((row) => matches(row, where));
	}

	#leaveIndexes(row: RowOf<N>): void {
		for (const [column, index] of this.#indexes) index.get(valueOf(row, column))?.delete(row.id);
	}

	#index(column: string): Map<unknown, Set<string>> {
		let index = this.#indexes.get(column);
		if (!index) {
			index = new Map();
			for (const row of this.#rows.values()) enter(index, row, column);
			this.#indexes.set(column, index);
		}
		return index;
	}
}

/** Whether a row has every value of `where`. */
export function matches(row: object, where: object): boolean {
	return Object.keys(where).every((column) => valueOf(row, column) === valueOf(where, column));
}

function enter(index: Map<unknown, Set<string>>, row: { id: string }, column: string): void {
	const value = valueOf(row, column);
	const ids = index.get(value);
	if (ids) ids.add(row.id);
	else index.set(value, new Set([row.id]));
}

function valueOf(row: object, column: string): unknown {
	return (row as Record<string, unknown>)[column];
}

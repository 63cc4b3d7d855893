import { isDirectoryNoun, nounNames, type NounName, type RowOf } from '#domain/records/nouns.ts';
import { equalValues } from '#domain/records/equal-values.ts';
import type { Tx } from '#domain/records/tx.ts';
import { matches, RowTable } from './row-table.ts';
import { Signal } from './signal.svelte.ts';

/** A table of rows for every noun. */
export type Tables = { readonly [N in NounName]: RowTable<N> };

export function createTables(): Tables {
	return Object.fromEntries(nounNames.map((noun) => [noun, new RowTable()])) as unknown as Tables;
}

/** One row that a command put, by its noun. */
export interface RowWrite {
	noun: NounName;
	row: RowOf<NounName>;
}

/**
 * The records in memory: `base` is what the server confirmed, `overlay` what pending commands make
 * of it. Readers see the overlay's row where there is one. Rows keep their identity while they stay equal.
 */
export class RecordCopy {
	readonly base: Tables = createTables();
	#overlay: Tables = createTables();
	/** While closed (a lease ran out) readers see nothing. */
	#closed = false;
	readonly #lists = new Map<NounName, readonly RowOf<NounName>[]>();
	readonly #signals = new Map(nounNames.map((noun) => [noun, new Signal()]));
	readonly #touched = new Set<NounName>();

	/** Rows of a noun in no particular order; the same array until one of them changes. */
	list<N extends NounName>(noun: N): readonly RowOf<N>[] {
		this.#signals.get(noun)?.read();
		let rows = this.#lists.get(noun) as readonly RowOf<N>[] | undefined;
		if (!rows) {
			rows = this.#visibleRows(noun);
			this.#lists.set(noun, rows);
		}
		return rows;
	}

	get<N extends NounName>(noun: N, id: string): RowOf<N> | undefined {
		this.#signals.get(noun)?.read();
		if (this.#closed && !isDirectoryNoun(noun)) return undefined;
		const row = this.#overlay[noun].get(id) ?? this.base[noun].get(id);
		return row && row.deletedAt === null ? row : undefined;
	}

	overlayHas(noun: NounName, id: string): boolean {
		this.#signals.get(noun)?.read();
		return this.#overlay[noun].get(id) !== undefined;
	}

	/** A transaction over what readers see now; its writes are kept aside until `addToOverlay`. */
	begin(): OverlayTx {
		return new OverlayTx(this.base, this.#overlay);
	}

	addToOverlay(writes: Iterable<RowWrite>): void {
		for (const { noun, row } of writes) {
			putInto(this.#overlay, noun, row);
			this.#touch(noun);
		}
	}

	/** Swaps the overlay for one that was computed anew; equal rows keep their identity. */
	replaceOverlay(next: Tables): void {
		for (const noun of nounNames) {
			if (keepEqualRows(this.#overlay[noun], next[noun])) this.#touch(noun);
		}
		this.#overlay = next;
	}

	putBase<N extends NounName>(noun: N, row: RowOf<N>): boolean {
		const before = this.base[noun].get(row.id);
		if (before && before.version > row.version) return false;
		if (row.deletedAt === null) putInto(this.base, noun, row);
		else this.base[noun].delete(row.id);
		this.#touch(noun);
		return true;
	}

	removeBase(noun: NounName, id: string): void {
		if (this.base[noun].delete(id)) this.#touch(noun);
	}

	clearBase(): void {
		for (const noun of nounNames) {
			this.base[noun].clear();
			this.#touch(noun);
		}
	}

	setClosed(closed: boolean): void {
		if (closed === this.#closed) return;
		this.#closed = closed;
		for (const noun of nounNames) this.#touch(noun);
		this.notify();
	}

	/** Tells readers of every noun that changed since the last time. */
	notify(): void {
		const nouns = [...this.#touched];
		this.#touched.clear();
		for (const noun of nouns) this.#signals.get(noun)?.notify();
	}

	#touch(noun: NounName): void {
		this.#lists.delete(noun);
		this.#touched.add(noun);
	}

	#visibleRows<N extends NounName>(noun: N): RowOf<N>[] {
		if (this.#closed && !isDirectoryNoun(noun)) return [];
		const overlay: RowTable<N> = this.#overlay[noun];
		const rows = [...overlay.values()].filter((row) => row.deletedAt === null);
		for (const row of this.base[noun].values()) if (!overlay.get(row.id)) rows.push(row);
		return rows;
	}
}

/** A command's view in the browser: its own writes over the overlay over the base. */
export class OverlayTx implements Tx {
	readonly #layers: readonly [Tables, Tables];
	readonly #writes = new Map<string, RowWrite>();

	constructor(base: Tables, overlay: Tables) {
		this.#layers = [base, overlay];
	}

	get writes(): Iterable<RowWrite> {
		return this.#writes.values();
	}

	async get<N extends NounName>(noun: N, id: string): Promise<RowOf<N> | undefined> {
		const [base, overlay] = this.#layers;
		const row = this.#written(noun, id) ?? overlay[noun].get(id) ?? base[noun].get(id);
		return row && row.deletedAt === null ? row : undefined;
	}

	async list<N extends NounName>(noun: N, where: Partial<RowOf<N>>): Promise<RowOf<N>[]> {
		const [base, overlay] = this.#layers;
		const found: RowOf<N>[] = [];
		for (const row of base[noun].find(where)) if (!overlay[noun].get(row.id)) found.push(row);
		found.push(...overlay[noun].find(where));
		const rows = found.filter((row) => !this.#written(noun, row.id));
		for (const write of this.#writes.values()) {
			if (write.noun === noun && matches(write.row, where)) rows.push(write.row as RowOf<N>);
		}
		return rows.filter((row) => row.deletedAt === null).sort((a, b) => (a.id < b.id ? -1 : 1));
	}

	async put<N extends NounName>(noun: N, row: RowOf<N>): Promise<void> {
		this.#writes.set(rowKey(noun, row.id), { noun, row });
	}

	#written<N extends NounName>(noun: N, id: string): RowOf<N> | undefined {
		return this.#writes.get(rowKey(noun, id))?.row as RowOf<N> | undefined;
	}
}

export function rowKey(noun: NounName, id: string): string {
	return `${noun}:${id}`;
}

/** The noun of a row is known at run time only; both sides of a write carry it. */
export function putInto(tables: Tables, noun: NounName, row: RowOf<NounName>): void {
	(tables[noun] as RowTable<NounName>).set(row);
}

function keepEqualRows<N extends NounName>(before: RowTable<N>, next: RowTable<N>): boolean {
	let changed = before.size !== next.size;
	for (const row of [...next.values()]) {
		const old = before.get(row.id);
		if (old && isEqualRow(old, row)) next.set(old);
		else changed = true;
	}
	return changed;
}

function isEqualRow(a: object, b: object): boolean {
	return equalValues(a, b);
}

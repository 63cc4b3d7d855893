import type { NounName, RowOf } from '#domain/records/nouns.ts';
import type { Tx } from '#domain/records/tx.ts';

/** Records in memory, for the rules' own tests. */
export class MemoryTx implements Tx {
	readonly #rows = new Map<string, { id: string; deletedAt: number | null }>();

	get<N extends NounName>(noun: N, id: string): Promise<RowOf<N> | undefined> {
		const row = this.#rows.get(`${noun}:${id}`);
		return Promise.resolve(row && row.deletedAt === null ? (row as RowOf<N>) : undefined);
	}

	list<N extends NounName>(noun: N, where: Partial<RowOf<N>>): Promise<RowOf<N>[]> {
		const found = [...this.#rows]
			.filter(([key, row]) => key.startsWith(`${noun}:`) && row.deletedAt === null)
			.map(([, row]) => row as RowOf<N>)
			.filter((row) => Object.entries(where).every(([name, value]) => row[name as keyof RowOf<N>] === value));
		return Promise.resolve(found.sort((a, b) => (a.id < b.id ? -1 : 1)));
	}

	put<N extends NounName>(noun: N, row: RowOf<N>): Promise<void> {
		this.#rows.set(`${noun}:${row.id}`, row);
		return Promise.resolve();
	}
}

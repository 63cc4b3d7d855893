import type { NounName, RowOf } from './nouns.ts';

/**
 * What a command reads and writes. In the browser it stands over the local copy, on the server
 * over one database transaction. Rows with `deletedAt` are not found; `put` adds or replaces.
 */
export interface Tx {
	get<N extends NounName>(noun: N, id: string): Promise<RowOf<N> | undefined>;
	/** Rows whose columns equal every value of `where`, in order of id. */
	list<N extends NounName>(noun: N, where: Partial<RowOf<N>>): Promise<RowOf<N>[]>;
	put<N extends NounName>(noun: N, row: RowOf<N>): Promise<void>;
}

import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NounName, RowOf } from './nouns.ts';
import type { Tx } from './tx.ts';

/** Gives a row other values in some columns; the common end of most commands. */
export async function changeRow<N extends NounName>(
	tx: Tx,
	noun: N,
	id: string,
	columns: Partial<RowOf<N>>
): Promise<Refusal | undefined> {
	const row = await tx.get(noun, id);
	if (!row) return refuse('not_found', 'id');
	await tx.put(noun, { ...row, ...columns });
	return undefined;
}

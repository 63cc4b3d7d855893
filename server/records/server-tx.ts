import type { AnyRow, NounName, RowOf } from '#domain/records/nouns.ts';
import { folderOf } from '#domain/records/nouns.ts';
import type { Tx } from '#domain/records/tx.ts';
import { readRow, shownRow, writtenColumns } from './row-codec.ts';
import type { Trx } from '../storage/tables.ts';

/** One row as it was and as it is now; `before` is undefined for a new one. */
export interface RowChange {
	noun: NounName;
	before: AnyRow | undefined;
	after: AnyRow;
}

/** A command's view of one workspace inside a database transaction; every row put carries `version`. */
export class ServerTx implements Tx {
	readonly changes = new Map<string, RowChange>();
	readonly #trx: Trx;
	readonly #workspaceId: string;
	readonly #version: number;

	constructor(trx: Trx, workspaceId: string, version: number) {
		this.#trx = trx;
		this.#workspaceId = workspaceId;
		this.#version = version;
	}

	async get<N extends NounName>(noun: N, id: string): Promise<RowOf<N> | undefined> {
		const row = await this.#select(noun).where('id', '=', id).executeTakeFirst();
		return row && readRow(noun, row);
	}

	async list<N extends NounName>(noun: N, where: Partial<RowOf<N>>): Promise<RowOf<N>[]> {
		let query = this.#select(noun).orderBy('id');
		for (const [column, value] of Object.entries(where)) {
			query = query.where(column as 'id', value === null ? 'is' : '=', value as string);
		}
		return (await query.execute()).map((row) => readRow(noun, row));
	}

	async put<N extends NounName>(noun: N, row: RowOf<N>): Promise<void> {
		const before = await this.get(noun, row.id);
		const after = { ...row, version: this.#version };
		const columns = writtenColumns(noun, after) as RowOf<'pages'>;
		if (before) {
			await this.#trx
				.updateTable(noun as 'pages')
				.set(columns)
				.where('id', '=', row.id)
				.where('workspaceId', '=', this.#workspaceId)
				.execute();
		} else {
			await this.#trx
				.insertInto(noun as 'pages')
				.values(columns)
				.execute();
		}
		await this.#rememberDeparture(noun, before, after);
		const key = `${noun}:${row.id}`;
		const known = this.changes.get(key);
		this.changes.set(key, { noun, before: known ? known.before : before, after: shownRow<N>(after) });
	}

	#select(noun: NounName) {
		return this.#trx
			.selectFrom(noun as 'pages')
			.selectAll()
			.where('workspaceId', '=', this.#workspaceId)
			.where('deletedAt', 'is', null);
	}

	async #rememberDeparture<N extends NounName>(noun: N, before: RowOf<N> | undefined, after: RowOf<N>) {
		const from = before ? folderOf(noun, before) : null;
		const to = folderOf(noun, after);
		if (from === null || to === null || from === to) return;
		const key = { noun, rowId: after.id };
		await this.#trx
			.deleteFrom('departure')
			.where('folderId', '=', to)
			.where('noun', '=', noun)
			.where('rowId', '=', after.id)
			.execute();
		await this.#trx
			.replaceInto('departure')
			.values({ ...key, workspaceId: this.#workspaceId, folderId: from, version: this.#version })
			.execute();
	}
}

import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Statements that are kept, and the longest text of one: those made for many rows at once rarely come again. */
const most = { statements: 500, characters: 4_000 } as const;

/**
 * Prepares each statement once for as long as it is used now and then: kysely would have SQLite parse
 * and plan it anew each time, which costs more than most of our statements take to run. Its own driver
 * runs a statement to its end before the next one begins, so none is used twice at once.
 */
export class StatementCache implements SqliteDatabase {
	readonly #database: SqliteDatabase;
	/** The ones used longest ago first. */
	readonly #prepared = new Map<string, SqliteStatement>();

	constructor(database: SqliteDatabase) {
		this.#database = database;
	}

	prepare(sql: string): SqliteStatement {
		if (sql.length > most.characters) return this.#database.prepare(sql);
		const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql);
		this.#prepared.delete(sql);
		this.#prepared.set(sql, statement);
		const [oldest] = this.#prepared.keys();
		if (this.#prepared.size > most.statements && oldest !== undefined) this.#prepared.delete(oldest);
		return statement;
	}

	close(): void {
		this.#prepared.clear();
		this.#database.close();
	}
}

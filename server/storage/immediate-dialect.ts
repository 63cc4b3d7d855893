import {
	CompiledQuery,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type SqliteDialectConfig,
	type TransactionSettings
} from 'kysely';

/**
 * SQLite where a transaction takes the lock for writing at its begin. One that reads first and
 * then writes would otherwise fail at once when another process wrote in between, without waiting
 * (SQLITE_BUSY_SNAPSHOT). A transaction that says `read only` takes no lock.
 */
export class ImmediateDialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig;

	constructor(config: SqliteDialectConfig) {
		super(config);
		this.#config = config;
	}

	override createDriver(): SqliteDriver {
		return new ImmediateDriver(this.#config);
	}
}

class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(
		connection: DatabaseConnection,
		{ accessMode }: TransactionSettings = {}
	): Promise<void> {
		const begin = accessMode === 'read only' ? 'begin' : 'begin immediate';
		await connection.executeQuery(CompiledQuery.raw(begin));
	}
}

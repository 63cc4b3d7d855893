import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite, { type Database as SqliteDatabase } from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { ConfigError } from '../config.ts';
import { ImmediateDialect } from './immediate-dialect.ts';
import { migrations } from './migrations.ts';
import { StatementCache } from './statement-cache.ts';
import type { Database, Tables } from './tables.ts';

export interface OpenDatabase {
	db: Database;
	/** The connection itself, for the online backup and for checks. */
	sqlite: SqliteDatabase;
}

/**
 * Opens (and makes) the database of a data folder. `synchronous=FULL` is set at every open and
 * read back: better-sqlite3 reopens a WAL database with NORMAL, which loses commits at power loss.
 * A folder that cannot be used is a `ConfigError`.
 */
export function openDatabase(dataDir: string): OpenDatabase {
	const sqlite = openFile(dataDir);
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	sqlite.pragma('busy_timeout = 5000');
	sqlite.pragma('journal_size_limit = 67108864');
	if (sqlite.pragma('synchronous', { simple: true }) !== 2)
		throw new Error('SQLite refused synchronous=FULL');
	const db = new Kysely<Tables>({
		dialect: new ImmediateDialect({ database: new StatementCache(sqlite) }),
		plugins: [new CamelCasePlugin()]
	});
	return { db, sqlite };
}

const unusable = /^(E[A-Z]+|SQLITE_(CANTOPEN|READONLY|NOTADB)(_[A-Z]+)*)$/;

/** The first pragma already writes, so that a file that cannot be written is found here. */
function openFile(dataDir: string): SqliteDatabase {
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		const sqlite = new BetterSqlite(join(dataDir, 'rapi.db'));
		sqlite.pragma('journal_mode = WAL');
		return sqlite;
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (!unusable.test(code)) throw error;
		throw new ConfigError(`RAPI_DATA is wrong: the data folder ${dataDir} cannot be used (${code}).`);
	}
}

/** Brings the tables up to date, each migration in its own transaction. A failure changes nothing. */
export async function migrate(db: Database): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
	const { error } = await migrator.migrateToLatest();
	if (error) throw error instanceof Error ? error : new Error(JSON.stringify(error));
}

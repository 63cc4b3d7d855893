import { sql, type Kysely } from 'kysely';

/** Teams that are out of sight and can come back. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql.raw(`alter table teams add column archived_at integer`).execute(db);
}

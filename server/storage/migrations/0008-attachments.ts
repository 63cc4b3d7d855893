import { sql, type Kysely } from 'kysely';

/** Files of tasks: what a task says of them, and the name under which a file is saved. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`alter table tasks add column attachments text not null default '[]'`,
	`alter table images add column name text`
];

import { sql, type Kysely } from 'kysely';

/** Secret addresses at which a calendar program reads due tasks; and a way to one board's events. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`create table calendar_feeds (
		id text primary key, workspace_id text not null references workspaces (id),
		member_id text not null references members (id), board_id text, token_hash text not null unique,
		created_at integer not null, last_used_at integer, revoked_at integer
	)`,
	`create index calendar_feeds_member on calendar_feeds (member_id)`,
	`create index event_folder on event (workspace_id, folder_id, seq)`
];

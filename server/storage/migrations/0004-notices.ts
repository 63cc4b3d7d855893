import { sql, type Kysely } from 'kysely';

/** How people are told: places in the log, each one's settings, the daily mail. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`alter table notices add column folded_on text`,
	`create index tasks_blocked on tasks (workspace_id)
		where blocker_ids <> '[]' and done_at is null and deleted_at is null`,
	`create table notice_position (
		workspace_id text primary key references workspaces (id), seq integer not null
	)`,
	// What happened before there were notices is told to nobody.
	`insert into notice_position select workspace_id, max(seq) from event group by workspace_id`,
	`create table notice_settings (
		member_id text primary key references members (id), recap_at text, quiet text not null,
		ways text not null
	)`,
	`create table recap (
		member_id text not null references members (id), day text not null, claimed_at integer not null,
		sent_at integer, primary key (member_id, day)
	) without rowid`
];

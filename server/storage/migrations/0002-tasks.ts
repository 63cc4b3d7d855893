import { sql, type Kysely } from 'kysely';

/** Boards, tasks and what belongs to them; teams, who is away, and the inbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`alter table workspaces add column task_counter integer not null default 0`,
	`create table boards (
		id text primary key, workspace_id text not null references workspaces (id),
		folder_id text not null references folders (id), name text not null, order_key text not null,
		columns text not null, fields text not null, template_at integer, archived_at integer,
		trashed_at integer, created_by text not null, created_at integer not null,
		version integer not null, deleted_at integer
	)`,
	`create index boards_folder on boards (folder_id, version)`,
	`create index boards_version on boards (workspace_id, version)`,
	`create table tasks (
		id text primary key, workspace_id text not null references workspaces (id),
		folder_id text not null references folders (id), board_id text not null references boards (id),
		column_id text not null, order_key text not null, number integer, title text not null,
		due_on text, due_time text, start_on text, priority text not null, channel text,
		estimate_minutes integer, recurrence text, assignee_ids text not null, team_ids text not null,
		labels text not null, checklist text not null, links text not null, watcher_ids text not null,
		blocker_ids text not null, fields text not null, description_id text, series_id text,
		writers text not null, overruled text not null, template_at integer, done_at integer,
		archived_at integer, trashed_at integer, created_by text not null, created_at integer not null,
		version integer not null, deleted_at integer, unique (workspace_id, number)
	)`,
	`create index tasks_folder on tasks (folder_id, version)`,
	`create index tasks_version on tasks (workspace_id, version)`,
	`create index tasks_board on tasks (board_id, column_id)`,
	`create index tasks_series on tasks (series_id) where series_id is not null`,
	`create index tasks_due on tasks (workspace_id, due_on)
		where due_on is not null and done_at is null and deleted_at is null`,
	`create table blockers (
		id text primary key, workspace_id text not null references workspaces (id),
		folder_id text not null references folders (id), reason text not null, owner_id text,
		expected_on text, solved_at integer, solved_by text, created_by text not null,
		created_at integer not null, version integer not null, deleted_at integer
	)`,
	`create index blockers_folder on blockers (folder_id, version)`,
	`create index blockers_version on blockers (workspace_id, version)`,
	`create table comments (
		id text primary key, workspace_id text not null references workspaces (id),
		folder_id text not null references folders (id), task_id text not null, thread_id text,
		body text not null, mention_ids text not null, reactions text not null, imported_author text,
		edited_at integer, resolved_at integer, resolved_by text, created_by text not null,
		created_at integer not null, version integer not null, deleted_at integer
	)`,
	`create index comments_folder on comments (folder_id, version)`,
	`create index comments_version on comments (workspace_id, version)`,
	`create index comments_task on comments (task_id)`,
	`create table filters (
		id text primary key, workspace_id text not null references workspaces (id),
		folder_id text not null references folders (id), board_id text not null references boards (id),
		name text not null, order_key text not null, query text not null, created_by text not null,
		created_at integer not null, version integer not null, deleted_at integer
	)`,
	`create index filters_folder on filters (folder_id, version)`,
	`create index filters_version on filters (workspace_id, version)`,
	`create index filters_board on filters (board_id)`,
	`create table notices (
		id text primary key, workspace_id text not null references workspaces (id),
		folder_id text not null references folders (id), member_id text not null, kind text not null,
		task_id text not null, comment_id text, by_id text, at integer not null, read_at integer,
		done_at integer, snoozed_until integer, version integer not null, deleted_at integer
	)`,
	`create index notices_folder on notices (folder_id, version)`,
	`create index notices_version on notices (workspace_id, version)`,
	`create index notices_member on notices (member_id, at)`,
	`create index notices_task on notices (task_id)`,
	`create table teams (
		id text primary key, workspace_id text not null references workspaces (id), name text not null,
		member_ids text not null, lead_id text, deputy_id text, created_by text not null,
		created_at integer not null, version integer not null, deleted_at integer
	)`,
	`create index teams_version on teams (workspace_id, version)`,
	`create table leaves (
		id text primary key, workspace_id text not null references workspaces (id),
		member_id text not null, "from" text not null, "to" text not null, created_by text not null,
		version integer not null, deleted_at integer
	)`,
	`create index leaves_member on leaves (member_id)`,
	`create index leaves_version on leaves (workspace_id, version)`
];

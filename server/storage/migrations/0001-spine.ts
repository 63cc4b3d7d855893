import type { Kysely } from 'kysely';
import { sql } from 'kysely';

/** People, folders, grants, pages, their logs, and the record engine's own tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`create table workspaces (
		id text primary key, name text not null, slug text not null unique, version integer not null,
		access_epoch integer not null, settings text not null, created_at integer not null
	)`,
	`create table accounts (
		id text primary key, email text not null unique, name text not null, password_hash text not null,
		locale text not null, created_at integer not null
	)`,
	`create table sessions (
		id text primary key, account_id text not null references accounts (id), created_at integer not null,
		last_seen_at integer not null, expires_at integer not null, ends_at integer not null,
		device text not null, address_prefix text not null
	)`,
	`create index sessions_account on sessions (account_id)`,
	`create table members (
		id text primary key, workspace_id text not null references workspaces (id),
		account_id text not null references accounts (id), name text not null, role text not null,
		title text not null, company text not null, joined_at integer not null, deactivated_at integer,
		version integer not null, deleted_at integer, unique (workspace_id, account_id)
	)`,
	`create index members_account on members (account_id)`,
	`create table folders (
		id text primary key, workspace_id text not null references workspaces (id), parent_id text,
		name text not null, order_key text not null, restricted_at integer, archived_at integer,
		trashed_at integer, created_by text not null, created_at integer not null,
		version integer not null, deleted_at integer
	)`,
	`create index folders_parent on folders (workspace_id, parent_id)`,
	`create index folders_version on folders (workspace_id, version)`,
	`create table grants (
		id text primary key, workspace_id text not null references workspaces (id),
		folder_id text not null references folders (id), member_id text, role text, level text not null,
		given_by text not null, given_at integer not null, ends_at integer,
		version integer not null, deleted_at integer, check ((member_id is null) <> (role is null))
	)`,
	`create index grants_folder on grants (folder_id, version)`,
	`create index grants_version on grants (workspace_id, version)`,
	`create index grants_member on grants (member_id)`,
	`create table pages (
		id text primary key, workspace_id text not null references workspaces (id),
		folder_id text not null references folders (id), title text not null, kind text not null,
		order_key text not null, archived_at integer, trashed_at integer, created_by text not null,
		created_at integer not null, edited_at integer not null, content_seq integer not null,
		version integer not null, deleted_at integer
	)`,
	`create index pages_folder on pages (folder_id, version)`,
	`create index pages_version on pages (workspace_id, version)`,
	`create table page_update (
		page_id text not null, seq integer not null, bytes blob not null, member_id text not null,
		at integer not null, primary key (page_id, seq)
	) without rowid`,
	`create table page_state (
		page_id text primary key, up_to_seq integer not null, bytes blob not null, sha256 text not null
	)`,
	`create table page_client (
		page_id text not null, client_id integer not null, member_id text not null,
		primary key (page_id, client_id)
	) without rowid`,
	`create table images (
		id text primary key, workspace_id text not null, page_id text not null, type text not null,
		size integer not null, width integer not null, height integer not null, sha256 text not null,
		created_by text not null, created_at integer not null
	)`,
	`create index images_page on images (page_id)`,
	`create table invitations (
		id text primary key, workspace_id text not null references workspaces (id), token_hash text not null unique,
		email text not null, role text not null, grants text not null, invited_by text not null,
		created_at integer not null, expires_at integer not null, used_at integer, revoked_at integer
	)`,
	`create table api_keys (
		id text primary key, workspace_id text not null references workspaces (id), member_id text not null,
		name text not null, token_hash text not null unique, cap text not null, created_at integer not null,
		last_used_at integer, ends_at integer, revoked_at integer
	)`,
	`create index api_keys_member on api_keys (member_id)`,
	`create table throttle (key text primary key, count integer not null, window_ends_at integer not null)`,
	`create table receipt (
		command_id text primary key, workspace_id text not null, member_id text not null, name text not null,
		input_hash text not null, version integer not null, at integer not null
	)`,
	`create index receipt_at on receipt (at)`,
	`create table event (
		workspace_id text not null, seq integer not null, at integer not null, actor text not null,
		name text not null, folder_id text, subject_noun text not null, subject_id text not null,
		before text not null, after text not null, on_behalf_of text, cause text not null,
		prev_hash text not null, hash text not null, primary key (workspace_id, seq)
	) without rowid`,
	`create index event_subject on event (subject_id, seq)`,
	`create table departure (
		workspace_id text not null, folder_id text not null, noun text not null, row_id text not null,
		version integer not null, primary key (folder_id, noun, row_id)
	) without rowid`,
	`create index departure_version on departure (workspace_id, version)`,
	`create table meta (key text primary key, value text not null)`
];

import { sql, type Kysely } from 'kysely';

/**
 * Devices that get notices, and what is to be sent to them. A device goes with the session that it
 * signed in by, and what waits for it goes with the device.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`create table push_devices (
		id text primary key, member_id text not null references members (id),
		session_id text not null references sessions (id) on delete cascade, endpoint text not null,
		p256dh text not null, auth text not null, created_at integer not null, last_ok_at integer,
		unique (member_id, session_id)
	)`,
	`create index push_devices_session on push_devices (session_id)`,
	`create index push_devices_endpoint on push_devices (endpoint)`,
	`create table pushes (
		notice_id text not null, device_id text not null references push_devices (id) on delete cascade,
		member_id text not null, day text not null, attempts integer not null, next_at integer,
		primary key (notice_id, device_id)
	) without rowid`,
	`create index pushes_next on pushes (next_at) where next_at is not null`,
	`create index pushes_day on pushes (member_id, day)`,
	`create index pushes_device on pushes (device_id)`
];

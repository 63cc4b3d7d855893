import { sql, type Kysely } from 'kysely';

/** What a task says of solved blockers in other folders; and a short way to the tasks that wait at all. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
	`alter table tasks add column freed_ids text not null default '[]'`,
	`create index tasks_waiting on tasks (workspace_id) where blocker_ids <> '[]'`,
	`update tasks set
		freed_ids = (
			select json_group_array(blockers.id) from blockers, json_each(tasks.blocker_ids) named
			where named.value = blockers.id and blockers.folder_id <> tasks.folder_id
				and blockers.solved_at is not null
		)
		where blocker_ids <> '[]'`
];

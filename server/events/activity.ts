import { sql } from 'kysely';
import type { Actor } from '#domain/access/can.ts';
import type { Finders } from '../access/finders.ts';
import type { Database } from '../storage/tables.ts';

/** One change as a person may read it: which columns of its subject were what, and are what. */
export interface ActivityLine {
	seq: number;
	at: number;
	/** The member who did it. */
	actor: string;
	/** The command's name: `tasks.move`. */
	name: string;
	subject: { noun: string; id: string };
	before: Record<string, unknown>;
	after: Record<string, unknown>;
}

export interface ActivityPart {
	/** Only of one task, or of one board with its tasks; of everything visible when absent. */
	task?: string | undefined;
	board?: string | undefined;
	/** Older than this line. */
	before?: number | undefined;
	limit: number;
}

export interface Activity {
	/** What happened in the folders that the viewer may see, the newest first. */
	read(viewer: Actor, part: ActivityPart): Promise<{ lines: ActivityLine[]; next: number | null }>;
}

/** Columns that say nothing to a person, and texts that may have been taken back since. */
const unsaid = new Set([
	'writers',
	'overruled',
	'body',
	'mentionIds',
	'workspaceId',
	'createdBy',
	'createdAt'
]);

export function createActivity(db: Database, finders: Finders): Activity {
	async function read(viewer: Actor, { task, board, before, limit }: ActivityPart) {
		const visible = JSON.stringify([...(await finders.visibleFolders(viewer)).keys()]);
		let query = db
			.selectFrom('event')
			.selectAll()
			.where('workspaceId', '=', viewer.workspaceId)
			.where('folderId', 'in', sql<string>`(select value from json_each(${visible}))`);
		if (before !== undefined) query = query.where('seq', '<', before);
		if (task !== undefined) query = query.where('subjectId', 'in', subjectsOf('task_id', task));
		if (board !== undefined) query = query.where('subjectId', 'in', subjectsOf('board_id', board));
		const rows = await query
			.orderBy('seq', 'desc')
			.limit(limit + 1)
			.execute();
		const lines = rows.slice(0, limit).map((row): ActivityLine => {
			const key = `${row.subjectNoun}:${row.subjectId}`;
			const { seq, at, actor, name } = row;
			const subject = { noun: row.subjectNoun, id: row.subjectId };
			return {
				seq,
				at,
				actor,
				name,
				subject,
				before: columnsOf(row.before, key),
				after: columnsOf(row.after, key)
			};
		});
		return { lines, next: rows.length > limit ? (lines.at(-1)?.seq ?? null) : null };
	}
	return { read };
}

/** A task with its comments, or a board with its tasks. */
function subjectsOf(column: 'task_id' | 'board_id', id: string) {
	const table = sql.raw(column === 'task_id' ? 'comments' : 'tasks');
	return sql<string>`(select ${id} union all select id from ${table} where ${sql.raw(column)} = ${id})`;
}

function columnsOf(json: string, key: string): Record<string, unknown> {
	const columns = (JSON.parse(json) as Record<string, Record<string, unknown>>)[key] ?? {};
	return Object.fromEntries(Object.entries(columns).filter(([column]) => !unsaid.has(column)));
}

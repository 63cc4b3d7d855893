import { sql, type SelectQueryBuilder } from 'kysely';
import { knowsEverybody } from '#domain/access/audience.ts';
import type { Actor } from '#domain/access/can.ts';
import type { NounName } from '#domain/records/nouns.ts';
import type { Finders } from '../access/finders.ts';
import type { Database, EventRow, Tables } from '../storage/tables.ts';

/** One change as a person may read it: which columns of its subject were what, and are what. */
export interface ActivityLine {
	seq: number;
	at: number;
	/** The member who did it. */
	actor: string;
	/** The command's name: `tasks.move`. */
	name: string;
	subject: { noun: string; id: string };
	/** Where it lay then. */
	folderId: string | null;
	before: Record<string, unknown>;
	after: Record<string, unknown>;
}

export interface ActivityPart {
	/** Only of one task, or of one board with its tasks; of everything visible when absent. */
	task?: string | undefined;
	board?: string | undefined;
	/** Only in this folder and those below it. */
	folder?: string | undefined;
	/** Only what this member did. */
	person?: string | undefined;
	/** Only about things of this noun. */
	noun?: NounName | undefined;
	/** Not earlier than this, and earlier than that; both in milliseconds. */
	from?: number | undefined;
	until?: number | undefined;
	/** Older than this line. */
	before?: number | undefined;
	limit: number;
}

export interface Activity {
	/**
	 * What happened in the folders that the viewer may see, the newest first: with things that lie
	 * where they may see them now, and lay there when it happened.
	 */
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
	async function read(viewer: Actor, part: ActivityPart) {
		const visible = [...(await finders.visibleFolders(viewer)).keys()];
		const rows = await narrowed(
			db
				.selectFrom('event')
				.selectAll()
				.where('workspaceId', '=', viewer.workspaceId)
				.where('folderId', 'in', oneOf(visible))
				.where('subjectNoun', '!=', 'notices')
				.where(presentFolder, 'in', oneOf(visible))
				// Who else has which right is for people of the company.
				.$if(!knowsEverybody(viewer), (query) => query.where('name', 'not like', 'grants.%')),
			part
		)
			.orderBy('seq', 'desc')
			.limit(part.limit + 1)
			.execute();
		const lines = await withHolders(db, rows.slice(0, part.limit));
		return { lines, next: rows.length > part.limit ? (lines.at(-1)?.seq ?? null) : null };
	}
	return { read };
}

type Query = SelectQueryBuilder<Tables, 'event', EventRow>;

function narrowed(
	all: Query,
	{ task, board, folder, person, noun, from, until, before }: ActivityPart
): Query {
	let query = all;
	if (before !== undefined) query = query.where('seq', '<', before);
	if (from !== undefined) query = query.where('at', '>=', from);
	if (until !== undefined) query = query.where('at', '<', until);
	if (person !== undefined) query = query.where('actor', '=', person);
	if (noun !== undefined) query = query.where('subjectNoun', 'in', withItsOwn(noun));
	if (task !== undefined) query = query.where('subjectId', 'in', subjectsOf('task_id', task));
	if (board !== undefined) query = query.where('subjectId', 'in', subjectsOf('board_id', board));
	if (folder !== undefined) query = query.where('folderId', 'in', foldersBelow(folder));
	return query;
}

/** Who may see a folder is a matter of the folder. */
const withItsOwn = (noun: NounName) => (noun === 'folders' ? ['folders', 'grants'] : [noun]);

const oneOf = (ids: readonly string[]) => sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;

const nounsInFolders = ['grants', 'pages', 'boards', 'tasks', 'blockers', 'comments', 'filters'] as const;

/** Where the subject of an event lies now. */
const presentFolder = sql<string>`case subject_noun when 'folders' then subject_id ${sql.join(
	nounsInFolders.map(
		(noun) =>
			sql`when ${sql.lit(noun)} then (select folder_id from ${sql.table(noun)} where id = event.subject_id)`
	),
	sql` `
)} end`;

function foldersBelow(folderId: string) {
	return sql<string>`(with recursive below(id) as (
		select ${folderId} union select folders.id from folders join below on folders.parent_id = below.id
	) select id from below)`;
}

/** A task with its comments, or a board with its tasks. */
function subjectsOf(column: 'task_id' | 'board_id', id: string) {
	const table = sql.raw(column === 'task_id' ? 'comments' : 'tasks');
	return sql<string>`(select ${id} union all select id from ${table} where ${sql.raw(column)} = ${id})`;
}

/** Rows as lines; what changed a right says whose right it is. */
async function withHolders(db: Database, rows: readonly EventRow[]): Promise<ActivityLine[]> {
	const ids = rows.flatMap((row) => grantOf(row) ?? []);
	const grants = await db
		.selectFrom('grants')
		.select(['id', 'memberId', 'role', 'level'])
		.where('id', 'in', oneOf(ids))
		.execute();
	return rows.map((row) => {
		const holder = grants.find(({ id }) => id === grantOf(row));
		if (!holder) return lineOf(row, `${row.subjectNoun}:${row.subjectId}`);
		const { id, memberId, role, level } = holder;
		const line = lineOf(row, `grants:${id}`);
		const before = row.name === 'grants.remove' ? { level } : line.before;
		return { ...line, before, after: { ...line.after, memberId, role } };
	});
}

function grantOf({ name, after }: EventRow): string | undefined {
	if (!name.startsWith('grants.')) return undefined;
	return Object.keys(JSON.parse(after) as object)
		.findLast((key) => key.startsWith('grants:'))
		?.slice('grants:'.length);
}

function lineOf(row: EventRow, key: string): ActivityLine {
	const { seq, at, actor, name, folderId, subjectNoun: noun, subjectId: id } = row;
	const [before, after] = [columnsOf(row.before, key), columnsOf(row.after, key)];
	return { seq, at, actor, name, subject: { noun, id }, folderId, before, after };
}

function columnsOf(json: string, key: string): Record<string, unknown> {
	const columns = (JSON.parse(json) as Record<string, Record<string, unknown>>)[key] ?? {};
	return Object.fromEntries(Object.entries(columns).filter(([column]) => !unsaid.has(column)));
}

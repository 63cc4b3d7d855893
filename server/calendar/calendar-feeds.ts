import { sql } from 'kysely';
import * as v from 'valibot';
import { uuidv7 } from 'uuidv7';
import { refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import { idSchema, parse } from '#domain/kernel/schema.ts';
import type { Task } from '#domain/tasks/task.ts';
import { isCurrent } from '#domain/tasks/task.ts';
import type { Finders } from '../access/finders.ts';
import { hashSecret, newSecret } from '../auth/secret.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../records/command-runner.ts';
import { readPart } from '../records/row-codec.ts';
import type { CalendarFeedRow, Database } from '../storage/tables.ts';
import { writeCalendar } from './write-calendar.ts';

/** How finely *last used* is kept, and how many days back done work stays in a calendar. */
const lastUsedStepMs = 5 * 60 * 1000;
const mostTasks = 2_000;
const mostFeeds = 20;

/** What decides whether a task belongs into a calendar, and what is shown of it. */
const foundColumns = [
	...(['id', 'folderId', 'number', 'title', 'dueOn', 'dueTime', 'createdAt'] as const),
	...(['assigneeIds', 'checklist', 'templateAt', 'archivedAt', 'trashedAt'] as const)
];
type FoundTask = Pick<Task, (typeof foundColumns)[number]>;

export const newFeedSchema = v.object({
	/** The tasks of one board; null for those that are the caller's own, wherever they stand. */
	boardId: v.nullable(idSchema)
});

export interface FeedInfo {
	id: string;
	boardId: string | null;
	createdAt: number;
	lastUsedAt: number | null;
}

/** Secret calendar addresses: each shows what its member may see at the moment it is read. */
export interface CalendarFeeds {
	/** Makes an address; the secret is in this answer and nowhere else. */
	create(caller: Caller, input: unknown): Promise<{ feed: FeedInfo; secret: string } | PeopleRefusal>;
	list(caller: Caller): Promise<FeedInfo[]>;
	revoke(caller: Caller, id: string): Promise<PeopleRefusal | undefined>;
	/** The calendar in iCalendar format; undefined for an address that is not, or not any more. */
	read(secret: string): Promise<string | undefined>;
}

export interface CalendarDeps {
	db: Database;
	clock: Clock;
	finders: Finders;
	/** The address of a page of Rapi, from its path. */
	link: (path: string) => string;
}

export function createCalendarFeeds({ db, clock, finders, link }: CalendarDeps): CalendarFeeds {
	function living() {
		return db.selectFrom('calendarFeeds').where('revokedAt', 'is', null);
	}

	async function create(caller: Caller, input: unknown) {
		const parsed = parse(newFeedSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { boardId } = parsed.value;
		if (boardId !== null && !(await seesBoard(caller, boardId))) return refusePeople('not_found', 'boardId');
		if ((await list(caller)).length >= mostFeeds) return refusePeople('too_many');
		const secret = newSecret();
		const feed: FeedInfo = { id: uuidv7(), boardId, createdAt: clock.now(), lastUsedAt: null };
		const { workspaceId, memberId } = caller;
		await db
			.insertInto('calendarFeeds')
			.values({ ...feed, workspaceId, memberId, tokenHash: hashSecret(secret), revokedAt: null })
			.execute();
		return { feed, secret };
	}

	async function seesBoard(caller: Caller, boardId: string): Promise<boolean> {
		const actor = await finders.actor(caller);
		const board = await db
			.selectFrom('boards')
			.select('folderId')
			.where('id', '=', boardId)
			.where('workspaceId', '=', caller.workspaceId)
			.where('deletedAt', 'is', null)
			.executeTakeFirst();
		return (
			actor !== undefined && board !== undefined && (await finders.levelIn(actor, board.folderId)) !== 'none'
		);
	}

	function list({ memberId }: Caller): Promise<FeedInfo[]> {
		return living()
			.select(['id', 'boardId', 'createdAt', 'lastUsedAt'])
			.where('memberId', '=', memberId)
			.orderBy('id')
			.execute();
	}

	async function revoke({ memberId }: Caller, id: string): Promise<PeopleRefusal | undefined> {
		const row = await db
			.updateTable('calendarFeeds')
			.set({ revokedAt: clock.now() })
			.where('id', '=', id)
			.where('memberId', '=', memberId)
			.where('revokedAt', 'is', null)
			.returning('id')
			.executeTakeFirst();
		return row ? undefined : refusePeople('not_found', 'id');
	}

	async function read(secret: string): Promise<string | undefined> {
		const feed = await living().selectAll().where('tokenHash', '=', hashSecret(secret)).executeTakeFirst();
		const caller = feed && { memberId: feed.memberId, workspaceId: feed.workspaceId, cap: 'view' as const };
		const actor = caller && (await finders.actor(caller));
		if (!feed || !actor) return undefined;
		const visible = await finders.visibleFolders(actor);
		const workspace = await db
			.selectFrom('workspaces')
			.select(['name', 'slug'])
			.where('id', '=', feed.workspaceId)
			.executeTakeFirstOrThrow();
		await touch(feed.id);
		const wanted = (task: FoundTask) =>
			isCurrent(task) &&
			visible.has(task.folderId) &&
			(feed.boardId !== null || isTheirs(task, feed.memberId));
		const tasks = (await dueTasks(feed)).filter(wanted).slice(0, mostTasks);
		return writeCalendar({ ...workspace, tasks, link });
	}

	/** Open tasks with a day that may belong into a calendar, soonest first; the index of due days holds them in order. */
	async function dueTasks({ workspaceId, boardId, memberId }: CalendarFeedRow): Promise<FoundTask[]> {
		const query = db
			.selectFrom('tasks')
			.select(foundColumns)
			.where('workspaceId', '=', workspaceId)
			.where('dueOn', '>', '')
			.where('doneAt', 'is', null)
			.where('deletedAt', 'is', null);
		const named = sql<boolean>`(instr(assignee_ids, ${memberId}) > 0 or instr(checklist, ${memberId}) > 0)`;
		const some = boardId === null ? query.where(named) : query.where('boardId', '=', boardId);
		return (await some.orderBy('dueOn').execute()).map((row) => readPart('tasks', row));
	}

	async function touch(id: string): Promise<void> {
		const now = clock.now();
		await db
			.updateTable('calendarFeeds')
			.set({ lastUsedAt: now })
			.where('id', '=', id)
			.where((eb) => eb.or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<=', now - lastUsedStepMs)]))
			.execute();
	}

	return { create, list, revoke, read };
}

function isTheirs({ assigneeIds, checklist }: FoundTask, memberId: string): boolean {
	return assigneeIds.includes(memberId) || checklist.some(({ assigneeId }) => assigneeId === memberId);
}

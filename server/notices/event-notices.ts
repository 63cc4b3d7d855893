import { newsOf, type LoggedChange } from '#domain/notices/event-news.ts';
import { wayOf } from '#domain/notices/notice-settings.ts';
import { noticesOf } from '#domain/notices/notices-of.ts';
import type { Bus, Committed } from '../events/bus.ts';
import type { Clock } from '../clock.ts';
import type { Database, EventRow, Trx } from '../storage/tables.ts';
import { derivedId } from './derived-id.ts';
import { readAllNoticeSettings } from './notice-settings.ts';
import { resolveNews } from './resolve-news.ts';
import { loadSight } from './sight.ts';
import { writeNotices, type NewNotice } from './write-notices.ts';

/** Events that are read in one transaction. */
const batchEvents = 200;

type Logged = Pick<EventRow, 'seq' | 'at' | 'actor' | 'name' | 'before' | 'after' | 'cause'>;

/**
 * Tells people what others did. It reads the event log from the place where it stopped, so that a
 * crash between a change and its notices loses none; an event read twice is told once.
 */
export class EventNotices {
	readonly #db: Database;
	readonly #bus: Bus;
	readonly #clock: Clock;
	/** How far each workspace's log has been read in this process; on disk it may be a little behind. */
	readonly #read = new Map<string, number>();

	constructor(db: Database, bus: Bus, clock: Clock) {
		this.#db = db;
		this.#bus = bus;
		this.#clock = clock;
	}

	/** Reads one workspace's log to its end. */
	async catchUp(workspaceId: string): Promise<void> {
		for (;;) {
			const events = await this.#next(workspaceId);
			const last = events.at(-1);
			if (!last) return;
			const telling = events.filter((event) => newsOf(changeIn(event)).length > 0);
			if (telling.length > 0 || events.length === batchEvents)
				await this.#tell(workspaceId, telling, last.seq);
			this.#read.set(workspaceId, last.seq);
		}
	}

	async #next(workspaceId: string): Promise<Logged[]> {
		const after = this.#read.get(workspaceId) ?? (await this.#stored(workspaceId));
		return this.#db
			.selectFrom('event')
			.select(['seq', 'at', 'actor', 'name', 'before', 'after', 'cause'])
			.where('workspaceId', '=', workspaceId)
			.where('seq', '>', after)
			.orderBy('seq')
			.limit(batchEvents)
			.execute();
	}

	async #stored(workspaceId: string): Promise<number> {
		const row = await this.#db
			.selectFrom('noticePosition')
			.select('seq')
			.where('workspaceId', '=', workspaceId)
			.executeTakeFirst();
		return row?.seq ?? 0;
	}

	async #tell(workspaceId: string, events: readonly Logged[], seq: number): Promise<void> {
		const news = await this.#db.transaction().execute(async (trx): Promise<Committed | undefined> => {
			await storePosition(trx, workspaceId, seq);
			const wanted = await noticesOfEvents(trx, workspaceId, events, this.#clock.now());
			return writeNotices(trx, workspaceId, wanted);
		});
		if (news) this.#bus.publish(news);
	}
}

async function noticesOfEvents(
	trx: Trx,
	workspaceId: string,
	events: readonly Logged[],
	now: number
): Promise<NewNotice[]> {
	if (events.length === 0) return [];
	const { mayView } = await loadSight(trx, workspaceId, now);
	const settingsOf = await readAllNoticeSettings(trx, workspaceId);
	const wanted: NewNotice[] = [];
	for (const event of events) {
		const news = await resolveNews(trx, workspaceId, newsOf(changeIn(event)));
		for (const { memberId, kind, task, commentId } of noticesOf(news, { actorId: event.actor, mayView })) {
			if (wayOf(settingsOf(memberId), kind) === 'silent') continue;
			const id = derivedId(event.cause, task.id, memberId, kind);
			const about = { folderId: task.folderId, taskId: task.id, commentId };
			wanted.push({ id, memberId, kind, ...about, byId: event.actor, at: event.at, foldedOn: null });
		}
	}
	return wanted;
}

function changeIn({ name, before, after }: Logged): LoggedChange {
	return {
		name,
		before: JSON.parse(before) as LoggedChange['before'],
		after: JSON.parse(after) as LoggedChange['after']
	};
}

function storePosition(trx: Trx, workspaceId: string, seq: number) {
	return trx
		.insertInto('noticePosition')
		.values({ workspaceId, seq })
		.onConflict((conflict) => conflict.column('workspaceId').doUpdateSet({ seq }))
		.execute();
}

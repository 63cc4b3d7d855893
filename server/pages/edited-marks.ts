import type { Bus } from '../events/bus.ts';
import type { Clock } from '../clock.ts';
import { nextVersion } from '../records/command-runner.ts';
import { ServerTx } from '../records/server-tx.ts';
import type { Database } from '../storage/tables.ts';

/** How often at most a page's row says that its text has moved on. */
const everyMs = 10_000;

interface Mark {
	seq: number;
	memberId: string;
	timer: NodeJS.Timeout;
}

/**
 * Tells devices through the feed that a page's text has changed: its row gets `editedAt`,
 * `contentSeq` and a new version. Texts change too often to do so each time.
 */
export class EditedMarks {
	readonly #db: Database;
	readonly #bus: Bus;
	readonly #clock: Clock;
	readonly #onError: (error: unknown) => void;
	readonly #marks = new Map<string, Mark>();

	constructor(db: Database, bus: Bus, clock: Clock, onError: (error: unknown) => void) {
		this.#db = db;
		this.#bus = bus;
		this.#clock = clock;
		this.#onError = onError;
	}

	/** The log of a page has reached `seq`. */
	note(pageId: string, seq: number, memberId: string): void {
		const mark = this.#marks.get(pageId);
		if (mark) return void Object.assign(mark, { seq, memberId });
		const timer = setTimeout(() => void this.flush(pageId), everyMs).unref();
		this.#marks.set(pageId, { seq, memberId, timer });
	}

	/** Writes a page's mark now, if it has one. */
	async flush(pageId: string): Promise<void> {
		const mark = this.#marks.get(pageId);
		if (!mark) return;
		clearTimeout(mark.timer);
		this.#marks.delete(pageId);
		await this.#write(pageId, mark).catch(this.#onError);
	}

	async flushAll(): Promise<void> {
		for (const pageId of [...this.#marks.keys()]) await this.flush(pageId);
	}

	async #write(pageId: string, { seq, memberId }: Mark): Promise<void> {
		const news = await this.#db.transaction().execute(async (trx) => {
			const found = await trx
				.selectFrom('pages')
				.select('workspaceId')
				.where('id', '=', pageId)
				.executeTakeFirst();
			if (!found) return undefined;
			const version = await nextVersion(trx, found.workspaceId);
			const tx = new ServerTx(trx, found.workspaceId, version);
			const page = await tx.get('pages', pageId);
			if (!page) return undefined;
			await tx.put('pages', { ...page, editedAt: this.#clock.now(), contentSeq: seq });
			return { workspaceId: found.workspaceId, version, changes: [...tx.changes.values()] };
		});
		if (!news) return;
		this.#bus.publish({ ...news, command: 'pages.edited', commandId: '', memberId, accessChanged: false });
	}
}

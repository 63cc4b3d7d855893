import type { RowOf } from '#domain/records/nouns.ts';
import type { RecordEngine } from './record-engine.ts';
import type { PageStore } from './page-store.ts';
import type { SyncPorts } from './sync-ports.ts';
import type { StoredPageCopy } from './local-database.ts';

/** How much of the workspace a device keeps by itself. What people open is kept beyond it. */
export const keptAtMost = { pages: 5_000, bytes: 200 * 1024 * 1024 } as const;

/** Pause between two pages, and after a failure. */
const pauseMs = 50;
const retryMs = 60_000;

export interface KeeperDeps {
	engine: RecordEngine;
	store: PageStore;
	/** The text of a page as one Yjs update; undefined when the server does not give it. Throws offline. */
	fetchState: (pageId: string) => Promise<Uint8Array | undefined>;
	/** Whether the records are up to date and the line is free. */
	isIdle(): boolean;
	/** Pages that are open here keep themselves. */
	isOpen(pageId: string): boolean;
	now: () => number;
	after(ms: number, work: () => void): () => void;
	onKept: (kept: { pages: number; of: number }) => void;
}

/**
 * Brings the texts of visible pages onto the device, newest first, one at a time, while nothing
 * else is asked of it. Runs in the tab that leads.
 */
export class PageKeeper {
	readonly #deps: KeeperDeps;
	#stopped = false;
	#working = false;
	#again = false;
	/** Pages that the server did not give, with the position it was asked for. */
	readonly #refused = new Map<string, number>();
	#callOff: () => void = () => undefined;
	readonly #stopListening: () => void;

	constructor(deps: KeeperDeps) {
		this.#deps = deps;
		this.#stopListening = deps.engine.changed.listen(() => this.#soon(pauseMs));
		this.#soon(pauseMs);
	}

	stop(): void {
		this.#stopped = true;
		this.#callOff();
		this.#stopListening();
	}

	#soon(ms: number): void {
		if (this.#stopped) return;
		// What changes during a pass may concern a page that it has already looked at.
		if (this.#working) return void (this.#again = true);
		this.#callOff();
		this.#callOff = this.#deps.after(ms, () => void this.#work());
	}

	async #work(): Promise<void> {
		this.#working = true;
		this.#again = false;
		const next = await this.#keepNext().catch(() => retryMs);
		this.#working = false;
		if (next !== undefined) this.#soon(next);
		else if (this.#again) this.#soon(pauseMs);
	}

	/** Keeps one page; answers when to go on, undefined when nothing is left to do. */
	async #keepNext(): Promise<number | undefined> {
		const { engine, store, onKept, fetchState } = this.#deps;
		if (!this.#deps.isIdle()) return undefined;
		const copies = new Map((await store.copies()).map((copy) => [copy.pageId, copy]));
		const pages = [...engine.copy.base.pages.values()];
		const wanted = newestFirst(pages).slice(0, keptAtMost.pages);
		onKept({ pages: wanted.filter(({ id }) => copies.has(id)).length, of: pages.length });
		const bytes = [...copies.values()].reduce((sum, copy) => sum + copy.bytes, 0);
		if (bytes > keptAtMost.bytes) return undefined;
		const next = wanted.find((page) => this.#wants(page, copies.get(page.id)));
		if (!next) return undefined;
		const { upToSeq } = await store.load(next.id);
		const state = await fetchState(next.id);
		if (this.#stopped) return undefined;
		if (state) await this.#keep(next, state, upToSeq, copies.get(next.id));
		else this.#refused.set(next.id, next.contentSeq);
		return pauseMs;
	}

	#wants(page: RowOf<'pages'>, copy: StoredPageCopy | undefined): boolean {
		if (this.#deps.isOpen(page.id) || this.#refused.get(page.id) === page.contentSeq) return false;
		// What waits to be sent meets the server's text on its own line, which sees what would be lost.
		if (copy?.unsent === 1) return false;
		return !copy || copy.contentSeq < page.contentSeq;
	}

	/** The server's text takes the place of the copy, which adds nothing to it. */
	async #keep(
		page: RowOf<'pages'>,
		state: Uint8Array,
		upToSeq: number,
		copy: StoredPageCopy | undefined
	): Promise<void> {
		const { store, engine, now } = this.#deps;
		if (!engine.copy.base.pages.get(page.id)) return;
		const change = { contentSeq: page.contentSeq, keptAt: now() };
		if (copy) await store.replace(page.id, upToSeq, state, change);
		else await store.append(page.id, state, change);
	}
}

/** Asks the server for a page's text. */
export async function fetchPageState(
	{ fetch }: Pick<SyncPorts, 'fetch'>,
	slug: string,
	pageId: string
): Promise<Uint8Array | undefined> {
	const response = await fetch(`/api/v1/w/${slug}/pages/${pageId}/state`);
	if (response.status >= 500) throw new Error('The server cannot give pages now.');
	return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

function newestFirst(pages: RowOf<'pages'>[]): RowOf<'pages'>[] {
	return pages.sort((a, b) => b.editedAt - a.editedAt);
}

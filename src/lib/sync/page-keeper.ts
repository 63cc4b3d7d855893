import type { RowOf } from '#domain/records/nouns.ts';
import { imageIdsIn } from './image-addresses.ts';
import type { HeldImages, ImageStore, WaitingImage } from './image-store.ts';
import type { RecordEngine } from './record-engine.ts';
import type { PageStore } from './page-store.ts';
import type { SyncPorts } from './sync-ports.ts';
import type { StoredPageCopy } from './local-database.ts';

/** How much of the workspace a device keeps, texts and pictures together. Unsent work is kept beyond it. */
export const keptAtMost = { pages: 5_000, bytes: 200 * 1024 * 1024 } as const;

/** Pause between two pages, and after a failure. */
const pauseMs = 50;
const retryMs = 60_000;

export interface KeeperDeps {
	engine: RecordEngine;
	store: PageStore;
	images: ImageStore;
	/** The text of a page as one Yjs update; undefined when the server does not give it. Throws offline. */
	fetchState: (pageId: string) => Promise<Uint8Array | undefined>;
	/** A picture with the page that it belongs to; undefined when the server does not give it. Throws offline. */
	fetchImage: (id: string) => Promise<WaitingImage | undefined>;
	/** Whether the records are up to date and the line is free. */
	isIdle: () => boolean;
	/** Pages that are open here keep themselves. */
	isOpen: (pageId: string) => boolean;
	now: () => number;
	after(ms: number, work: () => void): () => void;
	atMost: { pages: number; bytes: number };
	onKept: (kept: { pages: number; of: number }) => void;
}

/**
 * Brings the texts of visible pages onto the device, then their pictures, newest first, one at a
 * time, while nothing else is asked of it; above the budget the oldest leave. Runs in the tab that leads.
 */
export class PageKeeper {
	readonly #deps: KeeperDeps;
	#stopped = false;
	#working = false;
	#again = false;
	/** Pages that the server did not give, with the position it was asked for. */
	readonly #refused = new Map<string, number>();
	readonly #refusedImages = new Set<string>();
	/** When the newest page was edited that had to leave: what is older would only have to leave again. */
	#textFloor = -Infinity;
	#imageFloor = -Infinity;
	#callOff: () => void = () => undefined;
	readonly #stopListening: () => void;

	constructor(deps: KeeperDeps) {
		this.#deps = deps;
		this.#stopListening = deps.engine.changed.listen(() => this.#soon(pauseMs));
		this.#soon(pauseMs);
	}

	/** The line is free: looks whether something is to be done. */
	look(): void {
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

	/** Keeps one thing more, or lets one go; answers when to go on, undefined when nothing is left to do. */
	async #keepNext(): Promise<number | undefined> {
		const { engine, store, images, atMost, onKept, isIdle } = this.#deps;
		const copies = new Map((await store.copies()).map((copy) => [copy.pageId, copy]));
		const held = await images.held();
		const pages = newestFirst([...engine.copy.base.pages.values()]);
		const wanted = pages.slice(0, atMost.pages);
		onKept({ pages: wanted.filter(({ id }) => copies.has(id)).length, of: pages.length });
		if (!isIdle()) return undefined;
		if (sizeOf(copies, held) > atMost.bytes) return this.#makeRoom(pages.reverse(), copies, held);
		const next = wanted.find((page) => this.#wants(page, copies.get(page.id)));
		if (next) return this.#fetchText(next, copies.get(next.id));
		return this.#fetchImageOf(wanted, copies, held);
	}

	/** Lets go of the pictures of the oldest page that has some, else of the oldest text. */
	async #makeRoom(
		oldestFirst: readonly RowOf<'pages'>[],
		copies: ReadonlyMap<string, StoredPageCopy>,
		held: HeldImages
	): Promise<number | undefined> {
		const { store, images, isOpen } = this.#deps;
		for (const { id, editedAt } of oldestFirst) {
			if (!held.bytes.has(id) || (await images.evict(id)) === 0) continue;
			this.#imageFloor = Math.max(this.#imageFloor, editedAt);
			return pauseMs;
		}
		for (const { id, editedAt } of oldestFirst) {
			if (isOpen(id) || !copies.has(id) || !(await store.evict(id))) continue;
			this.#textFloor = Math.max(this.#textFloor, editedAt);
			return pauseMs;
		}
		return undefined;
	}

	async #fetchText(page: RowOf<'pages'>, copy: StoredPageCopy | undefined): Promise<number | undefined> {
		const { upToSeq } = await this.#deps.store.load(page.id);
		const state = await this.#deps.fetchState(page.id);
		if (this.#stopped) return undefined;
		if (state) await this.#keep(page, state, upToSeq, copy);
		else this.#refused.set(page.id, page.contentSeq);
		return pauseMs;
	}

	/** Keeps the first picture that is not here, of the newest page that has one. */
	async #fetchImageOf(
		wanted: readonly RowOf<'pages'>[],
		copies: ReadonlyMap<string, StoredPageCopy>,
		{ ids }: HeldImages
	): Promise<number | undefined> {
		for (const { id, editedAt } of wanted) {
			const copy = copies.get(id);
			if (!copy || editedAt <= this.#imageFloor) continue;
			const missing = (await this.#imagesOf(copy)).find((id) => !ids.has(id) && !this.#refusedImages.has(id));
			if (missing !== undefined) return this.#fetchImage(missing);
		}
		return undefined;
	}

	async #fetchImage(id: string): Promise<number | undefined> {
		const { engine, images, fetchImage } = this.#deps;
		const image = await fetchImage(id);
		if (this.#stopped) return undefined;
		if (image && engine.copy.base.pages.get(image.pageId)) await images.keep(image);
		else this.#refusedImages.add(id);
		return pauseMs;
	}

	/** Remembered with the copy, so that its text is read for it once. */
	async #imagesOf({ pageId, bytes, images }: StoredPageCopy): Promise<readonly string[]> {
		if (images?.ofBytes === bytes) return images.ids;
		const { store } = this.#deps;
		const ids = imageIdsIn((await store.load(pageId)).updates);
		await store.note(pageId, { images: { ofBytes: bytes, ids } });
		return ids;
	}

	#wants(page: RowOf<'pages'>, copy: StoredPageCopy | undefined): boolean {
		if (this.#deps.isOpen(page.id) || this.#refused.get(page.id) === page.contentSeq) return false;
		// What waits to be sent meets the server's text on its own line, which sees what would be lost.
		if (copy?.unsent === 1) return false;
		if (!copy) return page.editedAt > this.#textFloor;
		return copy.contentSeq < page.contentSeq;
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
		const images = { ofBytes: state.length, ids: imageIdsIn([state]) };
		const change = { contentSeq: page.contentSeq, keptAt: now(), images };
		if (copy) await store.renew(page.id, upToSeq, state, change);
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
	if (response.status >= 500 || response.status === 429) throw new Error('The server cannot give pages now.');
	return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

/** Asks the server for a picture. */
export async function fetchPageImage(
	{ fetch }: Pick<SyncPorts, 'fetch'>,
	id: string
): Promise<WaitingImage | undefined> {
	const response = await fetch(`/images/${id}`);
	if (response.status >= 500) throw new Error('The server cannot give pictures now.');
	const pageId = response.headers.get('x-rapi-page');
	return response.ok && pageId !== null ? { id, pageId, blob: await response.blob() } : undefined;
}

function sizeOf(copies: ReadonlyMap<string, StoredPageCopy>, held: HeldImages): number {
	const texts = [...copies.values()].reduce((sum, { bytes }) => sum + bytes, 0);
	return [...held.bytes.values()].reduce((sum, bytes) => sum + bytes, texts);
}

function newestFirst(pages: RowOf<'pages'>[]): RowOf<'pages'>[] {
	return pages.sort((a, b) => b.editedAt - a.editedAt);
}

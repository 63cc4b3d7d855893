import { chunkBytes, type StoredLateEdit, type StoredPageCopy, type StoredUpdate } from './local-database.ts';
import type { LocalStore } from './local-store.ts';

/** Updates of one page as they lie on the device, oldest first. */
export interface LoadedPage {
	updates: Uint8Array[];
	/** Position of the newest chunk that was read. */
	upToSeq: number;
	copy: StoredPageCopy | undefined;
	/** The device could not be read: there may be more here than this says. */
	unread?: boolean;
}

/** What changes in the note about a page's copy when an update is written. */
export type CopyChange = Partial<Omit<StoredPageCopy, 'pageId'>>;

/** Texts of pages on this device: a log of Yjs updates for each, cut into chunks. */
export class PageStore {
	readonly #store: LocalStore;

	constructor(store: LocalStore) {
		this.#store = store;
	}

	/** As `load`, and with nothing in hand when this device cannot be read. */
	async open(pageId: string): Promise<LoadedPage> {
		const loaded = await this.#store.read(() => this.load(pageId));
		return loaded ?? { updates: [], upToSeq: 0, copy: undefined, unread: true };
	}

	/** Throws when this device cannot be read. */
	async load(pageId: string): Promise<LoadedPage> {
		const { db } = this.#store;
		return db.transaction('r', [db.pageUpdates, db.pageCopies], async () => {
			const chunks = await db.pageUpdates.where('pageId').equals(pageId).sortBy('seq');
			const copy = await db.pageCopies.get(pageId);
			return { updates: joinChunks(chunks), upToSeq: chunks.at(-1)?.seq ?? 0, copy };
		});
	}

	/**
	 * Adds an update to a page's log; resolves when it is on this device's disk. Where the log is not
	 * here any more, `whole` takes the update's place: alone it would be a text without its beginning.
	 */
	append(
		pageId: string,
		update: Uint8Array,
		change: CopyChange,
		whole: () => Uint8Array = () => update
	): Promise<void> {
		const { db } = this.#store;
		return this.#store.write('pages', ['pageUpdates', 'pageCopies'], async () => {
			const before = await db.pageCopies.get(pageId);
			const added = before ? update : whole();
			await db.pageUpdates.bulkAdd(cut(pageId, added));
			const start: StoredPageCopy = before ?? { pageId, contentSeq: -1, bytes: 0, unsent: 0, keptAt: 0 };
			await db.pageCopies.put({ ...start, ...change, bytes: start.bytes + added.length });
		});
	}

	/** Removes a page's text from this device, but not while it has edits that the server lacks. */
	evict(pageId: string): Promise<boolean> {
		const { db } = this.#store;
		return this.#store.write('pages', ['pageUpdates', 'pageCopies'], async () => {
			const copy = await db.pageCopies.get(pageId);
			if (!copy || copy.unsent === 1 || copy.contentSeq < 0) return false;
			await db.pageUpdates.where('pageId').equals(pageId).delete();
			await db.pageCopies.delete(pageId);
			return true;
		});
	}

	/** Notes what is known of a page's copy; nothing for a page that is not here. */
	note(pageId: string, change: CopyChange): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('pages', ['pageCopies'], () => db.pageCopies.update(pageId, change));
	}

	/** Puts one update in the place of all that were read up to `upToSeq`. */
	replace(pageId: string, upToSeq: number, state: Uint8Array): Promise<void> {
		return this.#store.write('pages', ['pageUpdates', 'pageCopies'], () =>
			this.#put(pageId, upToSeq, state, {})
		);
	}

	/** As `replace`, by the server's text; nothing where edits wait by now that the server lacks. */
	renew(pageId: string, upToSeq: number, state: Uint8Array, change: CopyChange): Promise<void> {
		return this.#store.write('pages', ['pageUpdates', 'pageCopies'], async () => {
			const copy = await this.#store.db.pageCopies.get(pageId);
			if (copy?.unsent === 0) await this.#put(pageId, upToSeq, state, change);
		});
	}

	async #put(pageId: string, upToSeq: number, state: Uint8Array, change: CopyChange): Promise<void> {
		const { db } = this.#store;
		await db.pageUpdates
			.where('pageId')
			.equals(pageId)
			.and(({ seq }) => seq <= upToSeq)
			.delete();
		await db.pageUpdates.bulkAdd(cut(pageId, state));
		await db.pageCopies.update(pageId, { ...change, bytes: state.length });
	}

	copies(): Promise<StoredPageCopy[]> {
		return this.#store.db.pageCopies.toArray();
	}

	lateEdits(): Promise<StoredLateEdit[]> {
		return this.#store.db.lateEdits.toArray();
	}

	removeLateEdit(pageId: string): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('pages', ['lateEdits'], () => db.lateEdits.delete(pageId));
	}
}

/** An update as chunks that every browser can store; the first says how many follow. */
export function cut(pageId: string, update: Uint8Array): Omit<StoredUpdate, 'seq'>[] {
	const count = Math.max(1, Math.ceil(update.length / chunkBytes));
	return Array.from({ length: count }, (_, index) => ({
		pageId,
		bytes: update.slice(index * chunkBytes, (index + 1) * chunkBytes),
		more: count - index - 1
	}));
}

/** The updates that chunks make. They are written in one transaction, so none is ever half there. */
export function joinChunks(chunks: readonly Pick<StoredUpdate, 'bytes' | 'more'>[]): Uint8Array[] {
	const updates: Uint8Array[] = [];
	let open: Uint8Array[] = [];
	for (const { bytes, more } of chunks) {
		open.push(bytes);
		if (more > 0) continue;
		updates.push(concatenate(open));
		open = [];
	}
	return updates;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
	const [only] = parts;
	if (parts.length === 1 && only) return only;
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

import type { StoredImage } from './local-database.ts';
import type { LocalStore } from './local-store.ts';

/** A picture that was put into a page here, or a file that was attached, and that the server does not have yet. */
export type WaitingImage = Pick<StoredImage, 'id' | 'pageId' | 'blob' | 'name'>;

/** Pictures on this device. */
export interface HeldImages {
	ids: ReadonlySet<string>;
	/** How many bytes they take, by page. */
	bytes: ReadonlyMap<string, number>;
}

/** The pictures of pages on this device: those that wait to be sent, and copies of the server's. */
export class ImageStore {
	readonly #store: LocalStore;

	constructor(store: LocalStore) {
		this.#store = store;
	}

	/** Writes down a picture that is to be sent. In the lane of texts: a purge must not miss it. */
	add(image: WaitingImage): Promise<unknown> {
		return this.#put({ ...image, bytes: image.blob.size, pending: 1 });
	}

	/** Keeps a copy of a picture of the server's. */
	keep({ id, pageId, blob }: WaitingImage): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('pages', ['images'], async () => {
			const already = await db.images.where('id').equals(id).count();
			if (already === 0) await db.images.add({ id, pageId, blob, bytes: blob.size, pending: 0 });
		});
	}

	/** Removes the copies of a page's pictures; answers how many went. Those that wait stay. */
	evict(pageId: string): Promise<number> {
		const { db } = this.#store;
		return this.#store.write('pages', ['images'], () =>
			db.images
				.where('pageId')
				.equals(pageId)
				.and(({ pending }) => pending === 0)
				.delete()
		);
	}

	/** What lies here, without reading a picture: ids, and bytes by page. Throws when it cannot be read. */
	async held(): Promise<HeldImages> {
		const { db } = this.#store;
		const ids = await db.images.toCollection().primaryKeys();
		const sizes = (await db.images.orderBy('[pageId+bytes]').keys()) as unknown as [string, number][];
		const bytes = new Map<string, number>();
		for (const [pageId, size] of sizes) bytes.set(pageId, (bytes.get(pageId) ?? 0) + size);
		return { ids: new Set(ids), bytes };
	}

	/** The server has it: from now on it is a copy like any other. */
	markSent(id: string): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('pages', ['images'], () => db.images.update(id, { pending: 0 }));
	}

	remove(id: string): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('pages', ['images'], () => db.images.delete(id));
	}

	/** Pictures that wait; undefined when the device cannot be read. */
	waiting(): Promise<WaitingImage[] | undefined> {
		const { db } = this.#store;
		return this.#store.read(() => db.images.where('pending').equals(1).toArray());
	}

	/** A picture as it lies here, with its page; undefined when it does not, or cannot be read. */
	async find(id: string): Promise<WaitingImage | undefined> {
		const { db } = this.#store;
		return db.isOpen() ? this.#store.read(() => db.images.get(id)) : undefined;
	}

	#put(image: StoredImage): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('pages', ['images'], () => db.images.put(image));
	}
}

import type { StoredImage } from './local-database.ts';
import type { LocalStore } from './local-store.ts';

/** A picture that was put into a page here and that the server does not have yet. */
export type WaitingImage = Pick<StoredImage, 'id' | 'pageId' | 'blob'>;

/** The pictures of pages on this device: those that wait to be sent, and copies of the server's. */
export class ImageStore {
	readonly #store: LocalStore;

	constructor(store: LocalStore) {
		this.#store = store;
	}

	/** Writes down a picture that is to be sent. In the lane of texts: a purge must not miss it. */
	add({ id, pageId, blob }: WaitingImage): Promise<unknown> {
		return this.#put({ id, pageId, blob, bytes: blob.size, pending: 1 });
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

	/** A picture as it lies here; undefined when it does not, or cannot be read. */
	async find(id: string): Promise<Blob | undefined> {
		const { db } = this.#store;
		if (!db.isOpen()) return undefined;
		return (await this.#store.read(() => db.images.get(id)))?.blob;
	}

	#put(image: StoredImage): Promise<unknown> {
		const { db } = this.#store;
		return this.#store.write('pages', ['images'], () => db.images.put(image));
	}
}

import { imageSource } from '#domain/pages/document-schema.ts';
import type { ImageState, PageImages } from '$lib/sync/workspace.ts';

/** The pictures of one open page: shown from this device where they lie here, else from the server. */
export class PagePictures {
	readonly #images: PageImages;
	readonly #pageId: string;
	readonly #addresses = new Map<string, string>();
	#closed = false;

	constructor(images: PageImages, pageId: string) {
		this.#images = images;
		this.#pageId = pageId;
	}

	/** Keeps a picture here, then sends it. Resolves when it is kept. */
	add(id: string, blob: Blob): Promise<void> {
		return this.#images.add({ id, pageId: this.#pageId, blob });
	}

	/** See `PageImages.copyTo`. */
	ownCopyOf(id: string, newId: string): Promise<string | undefined> {
		return this.#images.copyTo(this.#pageId, id, newId);
	}

	stateOf(id: string): ImageState | undefined {
		return this.#images.stateOf(id);
	}

	/** For what is not a component: calls back after each change until the answer is called. */
	onChange(listener: () => void): () => void {
		return this.#images.onChange(listener);
	}

	/** Lets a picture be seen; `source` as it stands on the page. Answers the way to call it off. */
	show(picture: HTMLImageElement, source: unknown): () => void {
		let wanted = true;
		void this.#addressOf(source).then((address) => {
			if (!wanted) return;
			if (address === undefined) picture.removeAttribute('src');
			else if (picture.getAttribute('src') !== address) picture.src = address;
		});
		return () => (wanted = false);
	}

	close(): void {
		this.#closed = true;
		for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
		this.#addresses.clear();
	}

	async #addressOf(source: unknown): Promise<string | undefined> {
		const id = imageIdOf(source);
		if (id === undefined) return undefined;
		const blob = this.#addresses.has(id) ? undefined : await this.#images.find(id);
		if (blob && !this.#closed && !this.#addresses.has(id)) {
			this.#addresses.set(id, URL.createObjectURL(blob));
		}
		return this.#addresses.get(id) ?? `/images/${id}`;
	}
}

/** The picture that an address on a page means; undefined for any other address. */
export function imageIdOf(source: unknown): string | undefined {
	return typeof source === 'string' && imageSource.test(source) ? source.slice('/images/'.length) : undefined;
}

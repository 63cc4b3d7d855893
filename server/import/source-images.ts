import { randomBytes } from 'node:crypto';
import type { Attributes } from '#domain/pages/document-tree.ts';
import { keepValid, type ImageSource } from '#domain/pages/markdown/html-reader.ts';
import { readImageFacts } from '../pages/image-type.ts';
import { takesImage } from '../pages/images.ts';
import { LinkIndex } from './link-index.ts';
import type { SourceFile } from './source-files.ts';

/** A picture that a page of the import shows, under the id that it gets in this page. */
export interface PagePicture {
	id: string;
	path: string;
	bytes: Uint8Array;
}

/** The files of an import that are pictures by their content, whatever their names say. */
export class SourceImages {
	readonly #index = new LinkIndex();
	readonly #files = new Map<string, Uint8Array>();

	async add({ path, bytes }: SourceFile): Promise<void> {
		const facts = await readImageFacts((offset, length) =>
			Promise.resolve(Buffer.from(bytes.subarray(offset, offset + length)))
		);
		if (!facts || !takesImage(facts, bytes.length)) return;
		this.#index.add(path, path, []);
		this.#files.set(path, bytes);
	}

	/** The node for a relative picture of the file `from`, which `wanted` then holds; else undefined. */
	place(
		{ src, alt, title }: ImageSource,
		from: string,
		wanted: Map<string, PagePicture>
	): Attributes | undefined {
		const path = this.#index.find(src.trim(), from)?.pageId;
		const bytes = path === undefined ? undefined : this.#files.get(path);
		if (path === undefined || !bytes) return undefined;
		const { id } = wanted.get(path) ?? { id: randomBytes(16).toString('hex') };
		wanted.set(path, { id, path, bytes });
		return keepValid('image', { src: `/images/${id}`, alt: alt || null, title: title || null });
	}
}

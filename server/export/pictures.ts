import { imageSource } from '#domain/pages/document-schema.ts';
import type { DocumentChild } from '#domain/pages/document-tree.ts';
import type { Images } from '../pages/images.ts';
import type { Visitor } from '../pages/standing.ts';
import { relativeLink } from './file-names.ts';

/** The folder of an export in which all its pictures lie. */
const folder = 'images';

export interface ExportedPicture {
	path: string;
	bytes: ReadableStream<Uint8Array>;
}

/** The pictures of exported pages, as far as somebody may see them: each is one file, however many pages show it. */
export class Pictures {
	readonly #images: Images;
	readonly #visitor: Visitor;
	/** Where the file of each picture lies; undefined for one that is not for this visitor. */
	readonly #paths = new Map<string, string | undefined>();

	constructor(images: Images, visitor: Visitor) {
		this.#images = images;
		this.#visitor = visitor;
	}

	/** The pictures in these nodes that no page before showed. */
	async add(nodes: readonly DocumentChild[]): Promise<ExportedPicture[]> {
		const anew: ExportedPicture[] = [];
		for (const src of sourcesIn(nodes)) {
			if (this.#paths.has(src)) continue;
			const id = src.slice(src.lastIndexOf('/') + 1);
			const found = await this.#images.find(this.#visitor, id);
			const path = found && `${folder}/${id}.${endingOf(found.type)}`;
			this.#paths.set(src, path);
			if (found && path) anew.push({ path, bytes: found.read() });
		}
		return anew;
	}

	/** What the file `from` calls a picture; one that was not exported keeps its address. */
	link(src: string, from: string): string {
		const path = this.#paths.get(src);
		return path === undefined ? src : relativeLink(from, path);
	}
}

function sourcesIn(nodes: readonly DocumentChild[]): string[] {
	return nodes.flatMap((node) => {
		if ('text' in node) return [];
		const { src } = node.attributes;
		const own = node.name === 'image' && typeof src === 'string' && imageSource.test(src) ? [src] : [];
		return [...own, ...sourcesIn(node.children)];
	});
}

/** A name's ending that says the type: "image/jpeg" is "jpg" to most people. */
function endingOf(type: string): string {
	return type.replace(/^image\//, '').replace('jpeg', 'jpg');
}

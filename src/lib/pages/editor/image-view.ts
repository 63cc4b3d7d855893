import type { Node } from '@tiptap/pm/model';
import type { EditorView, NodeView } from '@tiptap/pm/view';
import type { Words } from '$lib/i18n/en.ts';
import { imageIdOf, type PagePictures } from '../page-pictures.ts';

export interface ImageViewOptions {
	words: () => Words['editor'];
	pictures: PagePictures;
	/** Opens the field for the description beside the picture. */
	describe: (position: number, picture: HTMLElement) => void;
}

/** A picture, from this device when it lies here; pressing it opens its description. */
export class ImageView implements NodeView {
	readonly dom = document.createElement('figure');
	readonly #picture = document.createElement('img');
	readonly #state = document.createElement('figcaption');
	readonly #options: ImageViewOptions;
	readonly #stop: () => void;
	#stopShowing: () => void = () => undefined;
	#shown: unknown;
	#node: Node;

	constructor(node: Node, view: EditorView, getPos: () => number | undefined, options: ImageViewOptions) {
		this.#node = node;
		this.#options = options;
		this.dom.className = 'page-image';
		this.dom.append(this.#picture, this.#state);
		this.#picture.addEventListener('dblclick', () => {
			const position = getPos();
			if (view.editable && position !== undefined) options.describe(position, this.dom);
		});
		this.#picture.addEventListener('error', () => this.dom.classList.add('missing'));
		this.#picture.addEventListener('load', () => this.dom.classList.remove('missing'));
		this.#draw();
		this.#stop = options.pictures.onChange(() => this.#draw());
	}

	update(node: Node): boolean {
		if (node.type !== this.#node.type) return false;
		this.#node = node;
		this.#draw();
		return true;
	}

	destroy(): void {
		this.#stop();
		this.#stopShowing();
	}

	ignoreMutation(): boolean {
		return true;
	}

	#draw(): void {
		const { src, alt, width, height } = this.#node.attrs as Record<string, unknown>;
		const words = this.#options.words();
		this.#show(src);
		this.#picture.alt = typeof alt === 'string' && alt ? alt : words.blocks.image.name;
		if (typeof width === 'number') this.#picture.width = width;
		if (typeof height === 'number') this.#picture.height = height;
		this.dom.dataset['missing'] = words.imageMissing;
		this.#state.textContent = this.#stateText(words);
	}

	#show(source: unknown): void {
		if (source === this.#shown) return;
		this.#shown = source;
		this.#stopShowing();
		this.#stopShowing = this.#options.pictures.show(this.#picture, source);
	}

	#stateText(words: Words['editor']): string {
		const id = imageIdOf(this.#shown);
		const state = id === undefined ? undefined : this.#options.pictures.stateOf(id);
		if (!state) return '';
		if (state.step === 'sending') return words.imageUploading({ percent: state.percent });
		return state.step === 'waiting' ? words.imageWaiting : words.imageFailed;
	}
}

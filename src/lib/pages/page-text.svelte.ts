import { createSubscriber } from 'svelte/reactivity';
import type { Doc } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import type { SopMeasure } from '#domain/pages/sop-meter.ts';
import { isBlock, plainText, readPage, type PageBlock } from './page-tree.ts';

/** Changes are drawn at most this often, so that a page full of typists stays readable. */
const redrawMs = 120;

/** A page's text as it is now, readable in components; follows the document while it is looked at. */
export class PageReading {
	readonly #doc: Doc;
	readonly #subscribe: () => void;
	#blocks: readonly PageBlock[] | undefined;

	constructor(doc: Doc) {
		this.#doc = doc;
		this.#subscribe = createSubscriber((update) => {
			let timer: ReturnType<typeof setTimeout> | undefined;
			const changed = () => {
				timer ??= setTimeout(() => {
					timer = undefined;
					this.#blocks = undefined;
					update();
				}, redrawMs);
			};
			this.#blocks = undefined;
			doc.on('update', changed);
			return () => {
				clearTimeout(timer);
				doc.off('update', changed);
			};
		});
	}

	get blocks(): readonly PageBlock[] {
		this.#subscribe();
		this.#blocks ??= readPage(this.#doc.getXmlFragment(documentRoot));
		return this.#blocks;
	}

	/** The text that a person can take along when it cannot be saved. */
	get plain(): string {
		return plainText(readPage(this.#doc.getXmlFragment(documentRoot)));
	}
}

/** What the length of an SOP is judged by. */
export function measureOf(blocks: readonly PageBlock[]): SopMeasure {
	const goal = blocks.find(({ name }) => name === 'sopGoal');
	const steps = blocks.filter(({ name }) => name === 'sopStep');
	return {
		goal: goal ? plainText(goal.children) : '',
		steps: steps.map(({ children, attributes: { minutes } }) => {
			const parts = children.filter(isBlock);
			return {
				title: plainText(parts.slice(0, 1)),
				detail: plainText(parts.slice(1)),
				minutes: typeof minutes === 'number' ? minutes : null
			};
		})
	};
}

import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { PageFacts } from './page-state.ts';
import type { LoadedPage, PageStore } from './page-store.ts';

/** What a page's document needs from the workspace around it. */
export interface PageContext {
	store: PageStore;
	now(): number;
	/** The page that is looked at now, for presence; null when none is. */
	onOpen(pageId: string | null): void;
}

/** Origin of what was read from this device: never sent, never undone. */
export const fromDevice = Symbol('from this device');

/**
 * One page's Y.Doc in this tab. Its client id is Yjs' own: new with each load, never stored. Every
 * update that is not from the device is written to it, in order, and `stored` follows the disk.
 */
export class PageDocument {
	readonly pageId: string;
	readonly doc = new Y.Doc();
	readonly awareness = new Awareness(this.doc);
	readonly facts = new PageFacts();
	readonly #context: PageContext;
	#writing = 0;

	constructor(pageId: string, context: PageContext) {
		this.pageId = pageId;
		this.#context = context;
	}

	/** Applies what the device holds, in one transaction, then follows every change. */
	start({ updates }: LoadedPage): void {
		this.doc.transact(() => {
			for (const update of updates) Y.applyUpdate(this.doc, update, fromDevice);
		}, fromDevice);
		this.facts.set({ loaded: updates.length > 0 });
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== fromDevice) this.#keep(update);
		});
	}

	close(): void {
		this.awareness.destroy();
		this.doc.destroy();
	}

	#keep(update: Uint8Array): void {
		this.#writing += 1;
		this.facts.set({ stored: 'writing' });
		this.#context.store.append(this.pageId, update, { keptAt: this.#context.now() }).then(
			() => this.#written(),
			() => this.facts.set({ stored: 'failed' })
		);
	}

	#written(): void {
		this.#writing -= 1;
		if (this.#writing === 0) this.facts.set({ stored: 'yes' });
	}
}

export async function openPageDocument(pageId: string, context: PageContext): Promise<PageDocument> {
	const document = new PageDocument(pageId, context);
	document.start(await context.store.load(pageId));
	return document;
}

import type { PageContext, PageDocument } from './page-document.ts';
import type { Signal } from './signal.ts';
import type { OpenPage, PageDocuments } from './workspace.ts';

/** Opens page documents, one for each page however many ask; Yjs itself is loaded with the first. */
export class SharedPages implements PageDocuments {
	readonly #context: PageContext;
	readonly #open = new Map<string, { users: number; document: Promise<PageDocument> }>();

	constructor(context: PageContext) {
		this.#context = context;
	}

	/** While the lease is over it waits: an id alone must not open what the lists hide. */
	async open(pageId: string): Promise<OpenPage & { changed: Signal }> {
		await this.#context.whenReadable();
		const shared = this.#open.get(pageId) ?? this.#start(pageId);
		shared.users += 1;
		const document = await shared.document;
		let closed = false;
		const close = () => {
			if (closed) return;
			closed = true;
			this.#leave(pageId, document);
		};
		return {
			pageId,
			doc: document.doc,
			awareness: document.awareness,
			changed: document.facts.changed,
			get state() {
				return document.state;
			},
			close
		};
	}

	isOpen(pageId: string): boolean {
		return this.#open.has(pageId);
	}

	/** Pages that leave this device: nothing of them is kept or sent any more. */
	async lose(pageIds: readonly string[]): Promise<void> {
		for (const pageId of pageIds) (await this.#open.get(pageId)?.document)?.lose();
	}

	async closeAll(): Promise<void> {
		const documents = await Promise.allSettled([...this.#open.values()].map(({ document }) => document));
		this.#open.clear();
		for (const result of documents) if (result.status === 'fulfilled') result.value.close();
	}

	#start(pageId: string): { users: number; document: Promise<PageDocument> } {
		const document = import('./page-document.ts').then((module) =>
			module.openPageDocument(pageId, this.#context)
		);
		const shared = { users: 0, document };
		this.#open.set(pageId, shared);
		document.catch(() => this.#open.delete(pageId));
		this.#context.onOpen(pageId);
		return shared;
	}

	#leave(pageId: string, document: PageDocument): void {
		const shared = this.#open.get(pageId);
		if (!shared) return;
		shared.users -= 1;
		if (shared.users > 0) return;
		this.#open.delete(pageId);
		document.close();
		this.#context.onOpen([...this.#open.keys()].at(-1) ?? null);
	}
}

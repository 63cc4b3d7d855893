import type { PageContext, PageDocument } from './page-document.ts';
import type { OpenPage, PageDocuments } from './workspace.ts';

/** Opens page documents, one for each page however many ask; Yjs itself is loaded with the first. */
export class SharedPages implements PageDocuments {
	readonly #context: PageContext;
	readonly #open = new Map<string, { users: number; document: Promise<PageDocument> }>();

	constructor(context: PageContext) {
		this.#context = context;
	}

	async open(pageId: string): Promise<OpenPage> {
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
			get state() {
				return document.facts.state;
			},
			close
		};
	}

	/** The document of a page that is open now. */
	async find(pageId: string): Promise<PageDocument | undefined> {
		return this.#open.get(pageId)?.document;
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

import type { PageContext, PageDocument } from './page-document.ts';
import type { Signal } from './signal.svelte.ts';
import type { OpenPage, PageDocuments } from './workspace.ts';

interface SharedPage {
	users: number;
	/** Those of the users who look at it; the others only send what waits. */
	lookers: number;
	document: Promise<PageDocument>;
}

/** Opens page documents, one for each page however many ask; Yjs itself is loaded with the first. */
export class SharedPages implements PageDocuments {
	readonly #context: PageContext;
	readonly #open = new Map<string, SharedPage>();

	constructor(context: PageContext) {
		this.#context = context;
	}

	/** While the lease is over it waits: an id alone must not open what the lists hide. */
	open(pageId: string): Promise<OpenPage & { changed: Signal }> {
		return this.#openFor(pageId, 1);
	}

	/** As `open`, for work that nobody sees: the others are not told that somebody is on the page. */
	openQuietly(pageId: string): Promise<OpenPage & { changed: Signal }> {
		return this.#openFor(pageId, 0);
	}

	async #openFor(pageId: string, lookers: number): Promise<OpenPage & { changed: Signal }> {
		await this.#context.whenReadable();
		const shared = this.#open.get(pageId) ?? this.#start(pageId);
		shared.users += 1;
		shared.lookers += lookers;
		if (lookers > 0) this.#context.onOpen(pageId);
		const document = await shared.document;
		let closed = false;
		const close = () => {
			if (closed) return;
			closed = true;
			this.#leave(pageId, document, lookers);
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
		for (const pageId of pageIds) {
			// One that could not be opened shows nothing that would have to go.
			const document = await this.#open.get(pageId)?.document.catch(() => undefined);
			document?.lose();
		}
	}

	async closeAll(): Promise<void> {
		const documents = await Promise.allSettled([...this.#open.values()].map(({ document }) => document));
		this.#open.clear();
		for (const result of documents) if (result.status === 'fulfilled') result.value.close();
	}

	#start(pageId: string): SharedPage {
		const document = import('./page-document.ts').then((module) =>
			module.openPageDocument(pageId, this.#context)
		);
		const shared = { users: 0, lookers: 0, document };
		this.#open.set(pageId, shared);
		document.catch(() => this.#open.delete(pageId));
		return shared;
	}

	#leave(pageId: string, document: PageDocument, lookers: number): void {
		const shared = this.#open.get(pageId);
		if (!shared) return;
		shared.users -= 1;
		shared.lookers -= lookers;
		if (shared.users === 0)
			void document.written().then(() => this.#close(pageId, shared, document, lookers > 0));
		if (lookers > 0) this.#context.onOpen(this.#lookedAt());
	}

	/** Not before the device has it: whoever opens the page meanwhile would read less than was typed. */
	#close(pageId: string, shared: SharedPage, document: PageDocument, wasLookedAt: boolean): void {
		if (shared.users > 0 || this.#open.get(pageId) !== shared) return;
		this.#open.delete(pageId);
		document.close();
		const { saved, readOnly } = document.state;
		if (saved || readOnly === 'lost' || !wasLookedAt) return;
		// The tab that sends may have found nothing while this one was still writing.
		this.#context.onUnsent(pageId, true);
		this.#context.onOpen(this.#lookedAt());
	}

	#lookedAt(): string | null {
		const looked = [...this.#open].filter(([, { lookers }]) => lookers > 0);
		return looked.at(-1)?.[0] ?? null;
	}
}

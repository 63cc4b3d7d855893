import type { ImageStore, WaitingImage } from './image-store.ts';
import { inBackground } from './in-background.ts';
import type { LocalStore } from './local-store.ts';
import { Signal } from './signal.svelte.ts';
import type { SendImage } from './sync-ports.ts';
import type { ImageState, PageImages, RefusedImage } from './workspace.ts';

/** What tabs tell each other of pictures. Without a state the picture waits no more. */
export type ImageNews =
	{ type: 'image'; image: WaitingImage } | { type: 'imageState'; id: string; state: ImageState | undefined };

const retryMs = 30_000;

export interface ImagesDeps {
	store: LocalStore;
	images: ImageStore;
	send: SendImage;
	/** A picture of the server's; undefined when it does not give it. Throws offline. */
	fetch(id: string): Promise<WaitingImage | undefined>;
	/** Calls back later; returns the way to call it off. */
	after(ms: number, work: () => void): () => void;
	/** Calls back when trying again is worth it; returns the way to stop. */
	onWake(listener: () => void): () => void;
	/** Whether this tab speaks to the server, and the server is there. */
	maySend(): boolean;
	/** Whether the server knows the page by now. */
	isConfirmed(pageId: string): boolean;
	tell(news: ImageNews): void;
}

interface Waiting {
	image: WaitingImage;
	state: ImageState;
}

/**
 * The pictures of a workspace on this device. One that is put into a page is written down before the
 * page points at it; the tab that leads sends it, whether its page is open or not.
 */
export class WorkspaceImages implements PageImages {
	readonly changed = new Signal();
	readonly #deps: ImagesDeps;
	readonly #waiting = new Map<string, Waiting>();
	#sending = false;
	#resting = false;
	#stopped = false;
	#callOff: () => void = () => undefined;
	readonly #stopListening: () => void;

	constructor(deps: ImagesDeps) {
		this.#deps = deps;
		this.#stopListening = deps.onWake(() => this.send());
	}

	/** How many the server does not have. */
	get unsent(): number {
		return this.#waiting.size;
	}

	/** The pages that they belong to, of each picture one. */
	get unsentOn(): readonly string[] {
		return [...this.#waiting.values()].map(({ image }) => image.pageId);
	}

	/** Reactive. */
	get refused(): readonly RefusedImage[] {
		this.changed.read();
		return [...this.#waiting.values()]
			.filter(({ state }) => state.step === 'refused')
			.map(({ image: { id, pageId, name } }) => ({ id, pageId, ...(name !== undefined && { name }) }));
	}

	stateOf(id: string): ImageState | undefined {
		return this.#waiting.get(id)?.state;
	}

	onChange(listener: () => void): () => void {
		return this.changed.listen(listener);
	}

	/** Resolves when it is on disk; when this device cannot write, the server alone can make it safe. */
	async add(image: WaitingImage): Promise<void> {
		this.#take(image);
		await this.#deps.store.writtenOrFailing(this.#deps.images.add(image));
		// It may have been sent already; the others would wait for it for ever.
		if (this.#waiting.has(image.id)) this.#deps.tell({ type: 'image', image });
		this.send();
	}

	async find(id: string): Promise<Blob | undefined> {
		return (await this.#findHere(id))?.blob;
	}

	async copyTo(pageId: string, id: string, newId: string): Promise<string | undefined> {
		const image = (await this.#findHere(id)) ?? (await this.#deps.fetch(id).catch(() => undefined));
		if (!image || image.pageId === pageId) return image?.id;
		await this.add({ id: newId, pageId, blob: image.blob });
		return newId;
	}

	dismiss(id: string): void {
		this.#set(id, undefined);
		inBackground(this.#deps.images.remove(id));
	}

	/** What another tab, or an earlier one, has written down. */
	async load(): Promise<void> {
		for (const image of (await this.#deps.images.waiting()) ?? []) this.#take(image);
	}

	hear(news: ImageNews): void {
		if (news.type === 'imageState') return this.#place(news.id, news.state);
		this.#take(news.image);
		this.send();
	}

	/** Sends what waits, one after the other. */
	send(): void {
		this.#resting = false;
		this.#callOff();
		this.sendMore();
	}

	/** Records have changed: the server may know a page by now that it did not know before. */
	sendMore(): void {
		if (!this.#sending && !this.#resting) void this.#sendAll();
	}

	/** As `send`, and once more what the server did not take. */
	retry(): void {
		for (const [id, { state }] of this.#waiting) {
			if (state.step === 'refused') this.#set(id, { step: 'waiting' });
		}
		this.send();
	}

	/** Pages that leave this device: nothing of them is sent any more. */
	lose(pageIds: readonly string[]): void {
		const lost = new Set(pageIds);
		for (const [id, { image }] of this.#waiting) if (lost.has(image.pageId)) this.#place(id, undefined);
	}

	stop(): void {
		this.#stopped = true;
		this.#callOff();
		this.#stopListening();
	}

	async #sendAll(): Promise<void> {
		this.#sending = true;
		for (let next = this.#next(); next; next = this.#next()) {
			if (await this.#deliver(next)) continue;
			this.#resting = true;
			this.#callOff = this.#deps.after(retryMs, () => this.send());
			break;
		}
		this.#sending = false;
	}

	#next(): WaitingImage | undefined {
		if (this.#stopped || !this.#deps.maySend()) return undefined;
		for (const { image, state } of this.#waiting.values()) {
			if (state.step !== 'refused' && this.#deps.isConfirmed(image.pageId)) return image;
		}
		return undefined;
	}

	/** Whether it is worth going on with the next. */
	async #deliver(image: WaitingImage): Promise<boolean> {
		const { id } = image;
		this.#set(id, { step: 'sending', percent: 0 });
		const status = await this.#deps.send(image, (percent) => this.#set(id, { step: 'sending', percent }));
		if (status >= 200 && status < 300) {
			inBackground(this.#deps.images.markSent(id));
			this.#set(id, undefined);
			return true;
		}
		this.#set(id, { step: isFinal(status) ? 'refused' : 'waiting' });
		return isFinal(status);
	}

	async #findHere(id: string): Promise<WaitingImage | undefined> {
		return this.#waiting.get(id)?.image ?? (await this.#deps.images.find(id));
	}

	#take(image: WaitingImage): void {
		if (this.#waiting.has(image.id)) return;
		this.#waiting.set(image.id, { image, state: { step: 'waiting' } });
		this.changed.notify();
	}

	#set(id: string, state: ImageState | undefined): void {
		// Lost or dismissed while it was under way.
		if (this.#stopped || !this.#waiting.has(id)) return;
		this.#place(id, state);
		this.#deps.tell({ type: 'imageState', id, state });
	}

	#place(id: string, state: ImageState | undefined): void {
		const waiting = this.#waiting.get(id);
		if (!waiting) return;
		if (state) this.#waiting.set(id, { ...waiting, state });
		else this.#waiting.delete(id);
		this.changed.notify();
	}
}

/** Whether the same picture would be answered the same again: not signed out, busy or out of reach. */
function isFinal(status: number): boolean {
	return status >= 400 && status < 500 && ![401, 408, 429].includes(status);
}

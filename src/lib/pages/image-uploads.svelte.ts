/** How far a picture is on its way to the server. */
export type UploadState = { step: 'sending'; percent: number } | { step: 'waiting' } | { step: 'failed' };

/** Where pictures wait on this device until the server has them. */
export interface WaitingImages {
	put(image: { id: string; pageId: string; blob: Blob }): Promise<void>;
	of(pageId: string): Promise<readonly { id: string; blob: Blob }[]>;
	remove(id: string): Promise<void>;
	close(): void;
}

/** Sends one picture; tells how far it is. Resolves with the HTTP status, 0 without a connection. */
export type SendImage = (
	image: { id: string; pageId: string; blob: Blob },
	onProgress: (percent: number) => void
) => Promise<number>;

const none: readonly string[] = [];

/**
 * The pictures of one page that the server does not have yet. A picture is written down on this
 * device before the page points at it, shown from there, and forgotten when the server has it.
 */
export class ImageUploads {
	#states = $state.raw<Readonly<Record<string, UploadState>>>({});
	readonly #listeners = new Set<() => void>();
	readonly #addresses = new Map<string, string>();
	readonly #pageId: string;
	readonly #waiting: WaitingImages;
	readonly #send: SendImage;

	constructor(pageId: string, waiting: WaitingImages, send: SendImage) {
		this.#pageId = pageId;
		this.#waiting = waiting;
		this.#send = send;
	}

	get states(): Readonly<Record<string, UploadState>> {
		return this.#states;
	}

	get unsent(): readonly string[] {
		const ids = Object.keys(this.#states);
		return ids.length > 0 ? ids : none;
	}

	/** For what is not a component: calls back after each change until the answer is called. */
	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Keeps a picture here, then sends it. Resolves when it is kept. */
	async add(id: string, blob: Blob): Promise<void> {
		this.#addresses.set(id, URL.createObjectURL(blob));
		this.#set(id, { step: 'waiting' });
		await this.#waiting.put({ id, pageId: this.#pageId, blob });
		void this.#deliver(id, blob);
	}

	/** Sends what still waits from earlier; call when the page opens and when the connection is back. */
	async resume(): Promise<void> {
		for (const { id, blob } of await this.#waiting.of(this.#pageId)) {
			if (this.#states[id]?.step === 'sending') continue;
			if (!this.#addresses.has(id)) this.#addresses.set(id, URL.createObjectURL(blob));
			await this.#deliver(id, blob);
		}
	}

	/** Where the picture can be seen on this device while the server does not have it. */
	localAddress(id: string): string | undefined {
		return this.#addresses.get(id);
	}

	close(): void {
		for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
		this.#addresses.clear();
		this.#waiting.close();
	}

	async #deliver(id: string, blob: Blob): Promise<void> {
		this.#set(id, { step: 'sending', percent: 0 });
		const status = await this.#send({ id, pageId: this.#pageId, blob }, (percent) =>
			this.#set(id, { step: 'sending', percent })
		);
		if (status >= 200 && status < 300) {
			await this.#waiting.remove(id);
			this.#set(id, undefined);
		} else this.#set(id, { step: status === 0 || status >= 500 || status === 429 ? 'waiting' : 'failed' });
	}

	#set(id: string, state: UploadState | undefined): void {
		const others = Object.entries(this.#states).filter(([known]) => known !== id);
		this.#states = Object.fromEntries(state ? [...others, [id, state]] : others);
		for (const listener of this.#listeners) listener();
	}
}

/** Sends by XMLHttpRequest, which alone tells how much of a body has left. */
export const sendImage: SendImage = ({ id, pageId, blob }, onProgress) =>
	new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('PUT', `/images/${id}?page=${pageId}`);
		request.setRequestHeader('content-type', blob.type);
		request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * 100));
		request.onloadend = () => resolve(request.status);
		request.send(blob);
	});

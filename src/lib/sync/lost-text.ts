import * as Y from 'yjs';
import { DeletedBlocks } from './deleted-block.ts';
import { PutBack } from './put-back.ts';

type DeleteSet = Y.Transaction['deleteSet'];

/** Origin of text that was put back: sent as news, and no step of anybody's undo. */
export const puttingBack = Symbol('putting back');

/**
 * Puts back what was written on this device into a block that somebody else deleted or moved without
 * having seen it; Yjs lets it fall with the block. Only the device that wrote it does so, once. What
 * the other knew is read from their update: it names everything that they deleted.
 */
export class LostText {
	readonly #doc: Y.Doc;
	readonly #onPutBack: () => void;
	/** Client ids under which this device wrote what the server may not have. */
	readonly #mine: Set<number>;
	readonly #putBack: PutBack;
	/** What the server has on disk: client id → clock. */
	#onServer = new Map<number, number>();
	#named: DeleteSet | undefined;

	/** Client ids of this person's other tabs, which look after their own text. */
	readonly #ofTabs = new Set<number>();

	constructor(doc: Y.Doc, origins: { server: unknown; tabs: unknown }, onPutBack: () => void) {
		this.#doc = doc;
		this.#mine = new Set([doc.clientID]);
		this.#putBack = new PutBack(doc);
		this.#onPutBack = onPutBack;
		doc.on('afterTransaction', (change) => {
			if (change.origin === origins.server) this.#afterServer(change);
			if (change.origin === origins.tabs) this.#afterTab(change);
		});
	}

	/** The server told what it has, before anything else on a new line: more lies here from before. */
	begin(vector: Uint8Array): void {
		this.confirm(vector);
		for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.#doc))) {
			const isWaiting = clock > (this.#onServer.get(client) ?? 0);
			if (isWaiting && !this.#ofTabs.has(client)) this.#mine.add(client);
		}
	}

	/** The server told what is on its disk. */
	confirm(vector: Uint8Array): void {
		this.#onServer = Y.decodeStateVector(vector);
	}

	/** An update of the server is about to be applied. */
	expect(update: Uint8Array): void {
		this.#named = this.#hasOwn() ? Y.decodeUpdate(update).ds : undefined;
	}

	#hasOwn(): boolean {
		return [...this.#mine].some((client) => Y.getState(this.#doc.store, client) > 0);
	}

	#afterTab({ beforeState, afterState }: Y.Transaction): void {
		for (const [client, clock] of afterState) {
			if (clock > (beforeState.get(client) ?? 0)) this.#ofTabs.add(client);
		}
	}

	#afterServer(change: Y.Transaction): void {
		const named = this.#named;
		this.#named = undefined;
		if (!named) return;
		const blocks = new DeletedBlocks(change, (client, clock) => this.#isLost(named, client, clock));
		const lost = blocks.withLosses();
		this.#doc.transact(() => {
			for (const block of lost) this.#putBack.restore(block, change);
			this.#putBack.yieldTo(change, this.#mine);
		}, puttingBack);
		if (lost.length > 0) this.#onPutBack();
	}

	/** Whoever deleted it did not name it, or cannot have heard of it. */
	#isLost(named: DeleteSet, client: number, clock: number): boolean {
		if (!this.#mine.has(client)) return false;
		return clock >= (this.#onServer.get(client) ?? 0) || !Y.isDeleted(named, Y.createID(client, clock));
	}
}

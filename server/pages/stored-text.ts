import * as Y from 'yjs';

/** The text of a page as it lies on disk, as one update: whoever reads is answered without building the document. */
export class StoredText {
	readonly #update: Uint8Array;
	#vector: Uint8Array | undefined;

	constructor(update: Uint8Array) {
		this.#update = update;
	}

	/** How many client ids have written here. */
	get clientCount(): number {
		return Y.decodeStateVector(this.stateVector).size;
	}

	get stateVector(): Uint8Array {
		return (this.#vector ??= Y.encodeStateVectorFromUpdate(this.#update));
	}

	/** The whole state, or what a copy with this state vector lacks. */
	state(stateVector?: Uint8Array): Uint8Array {
		return stateVector && knowsSomething(stateVector)
			? Y.diffUpdate(this.#update, stateVector)
			: this.#update;
	}
}

function knowsSomething(stateVector: Uint8Array): boolean {
	return Y.decodeStateVector(stateVector).size > 0;
}

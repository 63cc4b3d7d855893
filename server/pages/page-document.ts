import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { judgeUpdate, type Inadmissible } from './admission.ts';

/** What an update changed: to be written down and passed on. */
export interface Admitted {
	/** The news of the update itself; undefined when everything in it was known. */
	news: Uint8Array | undefined;
	/** What Yjs tidied because of it (marks that no longer cover anything); new to the sender too. */
	tidied: Uint8Array[];
	/** Client ids that belong to the sender from now on. */
	newClients: number[];
}

/** Yjs failed on what was judged sound. The document may be half changed: load it anew from the log. */
export class SpoiltDocument extends Error {}

/** The text of one open page, with the rules of what may change it. */
export class PageDocument {
	readonly #doc = new Y.Doc();
	readonly #owners: Map<number, string>;
	#said: Uint8Array[] = [];

	/** `owners`: client id → the member whom it belongs to. */
	constructor(owners: Map<number, string> = new Map<number, string>()) {
		this.#owners = owners;
		this.#doc.getXmlFragment(documentRoot);
		this.#doc.on('update', (update: Uint8Array) => this.#said.push(update));
	}

	/** Takes what was stored, unjudged. Answers what Yjs tidied while loading. */
	load(updates: readonly Uint8Array[]): Uint8Array[] {
		this.#doc.transact(() => {
			for (const update of updates) Y.applyUpdate(this.#doc, update);
		});
		return this.#hear().slice(1);
	}

	/** Judges and applies an update of a member; a refusal changes nothing. Throws `SpoiltDocument`. */
	admit(
		bytes: Uint8Array,
		memberId: string,
		isTaken: (clientId: number) => boolean = () => false
	): Admitted | Inadmissible {
		const owns = (clientId: number) => {
			const owner = this.#owners.get(clientId);
			return owner === undefined ? !isTaken(clientId) : owner === memberId;
		};
		const admission = judgeUpdate(this.#doc, bytes, owns);
		if ('refused' in admission) return admission;
		this.#apply(admission.bytes);
		const newClients = admission.clients.filter((client) => !this.#owners.has(client));
		for (const client of newClients) this.#owners.set(client, memberId);
		const [news, ...tidied] = this.#hear();
		// As it was sent: Yjs adds to the deletions what fell with them, and nobody could tell any more
		// what the sender had seen of it.
		return { news: news && admission.bytes, tidied, newClients };
	}

	/** How many client ids have written here: no honest state vector is much longer. */
	get clientCount(): number {
		return this.#doc.store.clients.size;
	}

	/** The text itself, for reading only. */
	get body(): Y.XmlFragment {
		return this.#doc.getXmlFragment(documentRoot);
	}

	get stateVector(): Uint8Array {
		return Y.encodeStateVector(this.#doc);
	}

	/** The whole state, or what a copy with this state vector lacks. */
	state(stateVector?: Uint8Array): Uint8Array {
		return Y.encodeStateAsUpdate(this.#doc, stateVector);
	}

	/** Whether `state` loads to exactly this document: structure, deletions and text. */
	isHeldBy(state: Uint8Array): boolean {
		const copy = new Y.Doc();
		copy.getXmlFragment(documentRoot);
		Y.applyUpdate(copy, state);
		const same =
			Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(this.#doc)) &&
			copy.getXmlFragment(documentRoot).toJSON() === this.#doc.getXmlFragment(documentRoot).toJSON();
		copy.destroy();
		return same;
	}

	destroy(): void {
		this.#doc.destroy();
	}

	#apply(bytes: Uint8Array): void {
		try {
			Y.applyUpdate(this.#doc, bytes);
		} catch (error) {
			throw new SpoiltDocument('an update that was judged sound failed', { cause: error });
		}
		const { pendingStructs, pendingDs } = this.#doc.store;
		if (pendingStructs !== null || pendingDs !== null) throw new SpoiltDocument('an update was left waiting');
	}

	#hear(): Uint8Array[] {
		const said = this.#said;
		this.#said = [];
		return said;
	}
}

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = Y.Item | Y.GC;

/** Most that one part holds: well below what the server takes, in bytes and in number. */
const most = { bytes: 128 * 1024, structs: 20_000, deletions: 10_000, letters: 30_000 } as const;

/** One struct as bytes, with what it stands on. */
interface Piece {
	client: number;
	clock: number;
	length: number;
	bytes: Uint8Array;
	needs: readonly Y.ID[];
}

/**
 * Cuts an update into several that each stay below what the server takes at once. They are to be sent
 * in this order: none builds on anything of a later one. A small update is answered as it is.
 */
export function splitUpdate(update: Uint8Array, largest: number = most.bytes): Uint8Array[] {
	const { structs, ds } = Y.decodeUpdate(update);
	if (update.length <= largest && structs.length <= most.structs) return [update];
	// A hole means that something is missing here too; the server says so and asks for it.
	if (structs.some((struct) => struct instanceof Y.Skip)) return [update];
	const parts = new Parts(largest);
	for (const piece of inCausalOrder((structs as Struct[]).flatMap(toPieces))) parts.add(piece);
	parts.close();
	const deletions = [...ds.clients].flatMap(([client, ranges]) =>
		ranges.map((range) => ({ client, ...range }))
	);
	for (let at = 0; at < deletions.length; at += most.deletions)
		parts.addDeletions(deletions.slice(at, at + most.deletions));
	return parts.made;
}

/** A text that is too long for one part is several structs, each behind the one before. */
function toPieces(struct: Struct): Piece[] {
	if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [toPiece(struct)];
	const { id, rightOrigin, parent, parentSub, content } = struct;
	const pieces: Piece[] = [];
	for (let at = 0; at < content.str.length;) {
		const text = content.str.slice(at, endOfPiece(content.str, at));
		const origin = at === 0 ? struct.origin : Y.createID(id.client, id.clock + at - 1);
		const start = Y.createID(id.client, id.clock + at);
		const item = new Y.Item(
			start,
			null,
			origin,
			null,
			rightOrigin,
			parent,
			parentSub,
			new Y.ContentString(text)
		);
		pieces.push(toPiece(item));
		at += text.length;
	}
	return pieces;
}

/** Never between the two halves of one sign. */
function endOfPiece(text: string, start: number): number {
	const end = Math.min(start + most.letters, text.length);
	const isHalf = end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
	return isHalf ? end + 1 : end;
}

function toPiece(struct: Struct): Piece {
	const encoder = new Y.UpdateEncoderV1();
	struct.write(encoder, 0);
	const { client, clock } = struct.id;
	return {
		client,
		clock,
		length: struct.length,
		bytes: encoding.toUint8Array(encoder.restEncoder),
		needs: needsOf(struct)
	};
}

function needsOf(struct: Struct): Y.ID[] {
	if (!(struct instanceof Y.Item)) return [];
	return [struct.origin, struct.rightOrigin, struct.parent].filter((need) => need instanceof Y.ID);
}

/** Each writer's pieces stay in order; whoever waits for another writer's comes after it. */
function* inCausalOrder(pieces: readonly Piece[]): Generator<Piece> {
	const waiting = new Map<number, Piece[]>();
	for (const piece of pieces) {
		const own = waiting.get(piece.client);
		if (own) own.push(piece);
		else waiting.set(piece.client, [piece]);
	}
	const next = new Map([...waiting.keys()].map((client) => [client, 0]));
	const isHere = ({ client, clock }: Y.ID, { client: by }: Piece) => {
		const first = waiting.get(client)?.[next.get(client) ?? 0];
		return client === by || !first || clock < first.clock;
	};
	for (let moved = true; moved;) {
		moved = false;
		for (const [client, own] of waiting) {
			let at = next.get(client) ?? 0;
			for (let piece = own[at]; piece?.needs.every((need) => isHere(need, piece as Piece)); piece = own[at]) {
				yield piece;
				next.set(client, (at += 1));
				moved = true;
			}
		}
	}
	// What stands on something that is not here either: the server says so and asks for it.
	for (const [client, own] of waiting) yield* own.slice(next.get(client));
}

/** Writes updates in Yjs' encoding, version 1. */
class Parts {
	readonly made: Uint8Array[] = [];
	readonly #largest: number;
	#sections = new Map<number, Piece[]>();
	#bytes = 0;
	#structs = 0;

	constructor(largest: number) {
		this.#largest = largest;
	}

	add(piece: Piece): void {
		if (this.#bytes + piece.bytes.length > this.#largest || this.#structs >= most.structs) this.close();
		const section = this.#sections.get(piece.client);
		if (section) section.push(piece);
		else this.#sections.set(piece.client, [piece]);
		this.#bytes += piece.bytes.length;
		this.#structs += 1;
	}

	close(): void {
		if (this.#structs > 0) this.made.push(encodeUpdate(this.#sections, []));
		this.#sections = new Map();
		this.#bytes = 0;
		this.#structs = 0;
	}

	addDeletions(deletions: readonly Deletion[]): void {
		this.made.push(encodeUpdate(new Map(), deletions));
	}
}

interface Deletion {
	client: number;
	clock: number;
	len: number;
}

function encodeUpdate(sections: ReadonlyMap<number, Piece[]>, deletions: readonly Deletion[]): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, sections.size);
	for (const [client, pieces] of sections) {
		encoding.writeVarUint(encoder, pieces.length);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, pieces[0]?.clock ?? 0);
		for (const { bytes } of pieces) encoding.writeUint8Array(encoder, bytes);
	}
	const clients = Map.groupBy(deletions, ({ client }) => client);
	encoding.writeVarUint(encoder, clients.size);
	for (const [client, ranges] of clients) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, ranges.length);
		for (const { clock, len } of ranges) {
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarUint(encoder, len);
		}
	}
	return encoding.toUint8Array(encoder);
}

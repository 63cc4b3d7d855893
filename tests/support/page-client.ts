import { inflateRawSync } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { pageMessages } from '#domain/wire/protocol.ts';

type Wish = { holds(): boolean; resolve(): void };

/** An editor without a face: one Y.Doc on one page socket, speaking as y-websocket does. */
export class PageClient {
	readonly doc: Y.Doc;
	readonly socket: WebSocket;
	readonly refusals: string[] = [];
	/** Client id → what the server says of that person. */
	readonly others = new Map<number, unknown>();
	/** How many updates were sent, and how many the server has confirmed. */
	sent = 0;
	handled = 0;
	synced = false;
	savedVector = new Map<number, number>();
	closed: number | undefined;
	/** Bytes of documents received, to see that nothing comes after a right has ended. */
	contentBytes = 0;
	/** Everything received, as it came over the line. */
	lineBytes = 0;
	/** So many of the next updates are lost on the way. */
	dropNext = 0;
	#held: Uint8Array[] | undefined;
	#wishes = new Set<Wish>();

	constructor(url: string, headers: Record<string, string>, doc = new Y.Doc()) {
		this.doc = doc;
		this.socket = new WebSocket(url, { headers });
		this.socket.on('open', () => this.#send(0, Y.encodeStateVector(doc)));
		this.socket.on('message', (data: Buffer) => this.#receive(data));
		this.socket.on('close', (code) => this.#happened(() => (this.closed = code)));
		this.socket.on('error', () => undefined);
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== this) this.sendUpdate(update);
		});
	}

	get body(): Y.XmlFragment {
		return this.doc.getXmlFragment(documentRoot);
	}

	get text(): string {
		return this.body.toJSON();
	}

	/** Adds a paragraph at the end. */
	write(text: string): void {
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [new Y.XmlText(text)]);
		this.body.push([paragraph]);
	}

	sendUpdate(update: Uint8Array): void {
		if (this.socket.readyState !== WebSocket.OPEN) return;
		if (this.dropNext > 0) return void (this.dropNext -= 1);
		this.sent += 1;
		this.#send(2, update);
	}

	/** Says where this person's caret is, under an id of the client's choice. */
	sendPresence(state: unknown, clientId = this.doc.clientID, clock = 1): void {
		const body = encode((e) => {
			encoding.writeVarUint(e, 1);
			encoding.writeVarUint(e, clientId);
			encoding.writeVarUint(e, clock);
			encoding.writeVarString(e, JSON.stringify(state));
		});
		this.sendFrame(
			encode((e) => {
				encoding.writeVarUint(e, pageMessages.awareness);
				encoding.writeVarUint8Array(e, body);
			})
		);
	}

	sendFrame(frame: Uint8Array | string): void {
		this.socket.send(frame);
	}

	/** From now on texts of others wait until they are taken. */
	hold(): void {
		this.#held = [];
	}

	/** Takes what waits, one frame after another, until an update has been seen. */
	async takeUntil(update: Uint8Array): Promise<void> {
		while (!Y.snapshotContainsUpdate(Y.snapshot(this.doc), update)) {
			await this.until(() => (this.#held?.length ?? 0) > 0);
			const frame = this.#held?.shift();
			if (frame) Y.applyUpdate(this.doc, frame, this);
		}
	}

	letGo(): void {
		for (const frame of this.#held ?? []) Y.applyUpdate(this.doc, frame, this);
		this.#held = undefined;
	}

	/** Resolves as soon as `holds` is true after something has arrived. */
	until(holds: () => boolean): Promise<void> {
		if (holds()) return Promise.resolve();
		return new Promise((resolve) => this.#wishes.add({ holds, resolve }));
	}

	untilSynced(): Promise<void> {
		return this.until(() => this.synced);
	}

	/** Every update sent so far is on the server's disk, or was refused. */
	untilSaved(): Promise<void> {
		return this.until(() => this.synced && this.handled >= this.sent);
	}

	async untilClosed(): Promise<number> {
		await this.until(() => this.closed !== undefined);
		return this.closed ?? 0;
	}

	#happened(what: () => void): void {
		what();
		for (const wish of this.#wishes) {
			if (!wish.holds()) continue;
			this.#wishes.delete(wish);
			wish.resolve();
		}
	}

	#send(kind: number, bytes: Uint8Array): void {
		this.sendFrame(
			encode((e) => {
				encoding.writeVarUint(e, pageMessages.sync);
				encoding.writeVarUint(e, kind);
				encoding.writeVarUint8Array(e, bytes);
			})
		);
	}

	#receive(data: Buffer): void {
		this.lineBytes += data.length;
		this.#read(decoding.createDecoder(new Uint8Array(data)));
	}

	#read(decoder: decoding.Decoder): void {
		const type = decoding.readVarUint(decoder);
		if (type === pageMessages.packed)
			return this.#read(decoding.createDecoder(inflateRawSync(decoding.readVarUint8Array(decoder))));
		this.#happened(() => {
			if (type === pageMessages.sync) this.#receiveSync(decoder);
			else if (type === pageMessages.awareness) this.#receivePresence(decoder);
			else if (type === pageMessages.saved) this.#receiveSaved(decoder);
			else if (type === pageMessages.refused) this.refusals.push(decoding.readVarString(decoder));
		});
	}

	#receiveSync(decoder: decoding.Decoder): void {
		const kind = decoding.readVarUint(decoder);
		const bytes = decoding.readVarUint8Array(decoder);
		if (kind === 0) {
			this.sent += 1;
			return this.#send(1, Y.encodeStateAsUpdate(this.doc, bytes));
		}
		this.contentBytes += bytes.length;
		if (this.#held) this.#held.push(bytes);
		else Y.applyUpdate(this.doc, bytes, this);
		if (kind === 1) this.synced = true;
	}

	#receivePresence(decoder: decoding.Decoder): void {
		const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
		for (let count = decoding.readVarUint(body); count > 0; count--) {
			const id = decoding.readVarUint(body);
			decoding.readVarUint(body);
			const state: unknown = JSON.parse(decoding.readVarString(body));
			if (state === null) this.others.delete(id);
			else this.others.set(id, state);
		}
	}

	#receiveSaved(decoder: decoding.Decoder): void {
		this.savedVector = Y.decodeStateVector(decoding.readVarUint8Array(decoder));
		this.handled = decoding.readVarUint(decoder);
	}
}

function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	write(encoder);
	return encoding.toUint8Array(encoder);
}

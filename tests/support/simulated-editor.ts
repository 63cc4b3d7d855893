import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { pageMessages } from '#domain/wire/protocol.ts';
import { PagePeer } from '#server/pages/page-peer.ts';
import type { Room } from '#server/pages/room.ts';
import { asked, peerDeps } from './peer-deps.ts';

/**
 * An editor on a bad line, against the server's real room and peer: its frames wait in two queues
 * that a test delivers, repeats, shuffles or holds back.
 */
export class SimulatedEditor {
	doc = new Y.Doc();
	readonly refusals: string[] = [];
	toServer: Uint8Array[] = [];
	toClient: Uint8Array[] = [];
	cutOff = false;
	readonly #room: Room;
	readonly #memberId: string;
	#peer: PagePeer | undefined;

	constructor(room: Room, memberId: string) {
		this.#room = room;
		this.#memberId = memberId;
		this.#listen();
		this.connect();
	}

	/** Opens a line to the room, as after a lost network. */
	connect(): void {
		this.disconnect();
		const standing = { memberId: this.#memberId, name: '', level: 'edit', validUntil: Infinity } as const;
		const deps = peerDeps(standing, (error) => {
			throw error;
		});
		this.#peer = new PagePeer(this.#socket(), this.#room, standing, asked, deps);
		this.#peer.start();
		this.#sendSync(0, Y.encodeStateVector(this.doc));
	}

	disconnect(): void {
		this.toServer = [];
		this.toClient = [];
		if (this.#peer) this.#room.leave(this.#peer);
	}

	/** Starts again from what this device had stored, under a new client id, as a reload does. */
	reload(): void {
		const stored = Y.encodeStateAsUpdate(this.doc);
		this.doc.destroy();
		this.doc = new Y.Doc();
		Y.applyUpdate(this.doc, stored);
		this.#listen();
		this.connect();
	}

	/** Brings some frames over the line, in both directions; nothing while it is cut. */
	carry(count: number, random: () => number): void {
		if (this.cutOff) return;
		for (const frame of takeSome(this.toServer, count, random)) this.#peer?.receive(frame);
		for (const frame of takeSome(this.toClient, count, random)) this.#receive(frame);
	}

	/** Brings everything over in order. True when there was something. */
	carryAll(): boolean {
		const [up, down] = [this.toServer, this.toClient];
		this.toServer = [];
		this.toClient = [];
		for (const frame of up) this.#peer?.receive(frame);
		for (const frame of down) this.#receive(frame);
		return up.length + down.length > 0;
	}

	#listen(): void {
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== this) this.#sendSync(2, update);
		});
	}

	#socket(): WebSocket {
		const socket = {
			readyState: 1,
			OPEN: 1,
			bufferedAmount: 0,
			send: (frame: Uint8Array) => this.toClient.push(frame),
			close: (_code: number, reason: string) => this.refusals.push(`closed: ${reason}`)
		};
		return socket as unknown as WebSocket;
	}

	#sendSync(kind: number, bytes: Uint8Array): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, pageMessages.sync);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, bytes);
		this.toServer.push(encoding.toUint8Array(encoder));
	}

	#receive(frame: Uint8Array): void {
		const decoder = decoding.createDecoder(frame);
		const type = decoding.readVarUint(decoder);
		if (type === pageMessages.refused) this.refusals.push(decoding.readVarString(decoder));
		if (type !== pageMessages.sync) return;
		const kind = decoding.readVarUint(decoder);
		const bytes = decoding.readVarUint8Array(decoder);
		if (kind === 0) this.#sendSync(1, Y.encodeStateAsUpdate(this.doc, bytes));
		else Y.applyUpdate(this.doc, bytes, this);
	}
}

/** Takes the first frames of a queue; now and then two of them change places, or one comes twice. */
function takeSome(queue: Uint8Array[], count: number, random: () => number): Uint8Array[] {
	const taken = queue.splice(0, count);
	if (taken.length > 1 && random() < 0.1) taken.reverse();
	const [first] = taken;
	if (first && random() < 0.1) taken.push(first);
	return taken;
}

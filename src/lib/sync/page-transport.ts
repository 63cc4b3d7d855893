import { inflateSync } from 'fflate';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { readSyncMessage } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import {
	closeCodes,
	pageMessages,
	pageRefusals,
	pageSchemaVersion,
	pageUpdateBytes,
	type PageRefusal
} from '#domain/wire/protocol.ts';
import { splitUpdate } from './split-update.ts';

/** What happens on a page's line. */
export interface PageLineListener {
	onConnection(connection: 'on' | 'connecting' | 'off'): void;
	/** The server asked for what it lacks: this is what it has. */
	onServerHas(vector: Uint8Array): void;
	/** An update of the server is about to be applied. */
	onUpdate(update: Uint8Array): void;
	/** The server's text has been taken in for the first time on this line. */
	onSynced(): void;
	/** This is on the server's disk. */
	onWritten(vector: Uint8Array): void;
	/** Everything that was sent on this line is on the server's disk, or was refused before. */
	onSaved(): void;
	onRefused(reason: PageRefusal): void;
	/** The server could not write or read the page; the line tries again by itself. */
	onFailed(): void;
	/** The server ended the line for good, with one of `closeCodes`. */
	onClosed(code: number): void;
}

/** Origin of what came from another tab of this device: sent on and written down as if typed here. */
export const fromOtherTab = Symbol('from another tab');

type Handler = (
	encoder: encoding.Encoder,
	decoder: decoding.Decoder,
	provider: WebsocketProvider,
	fromServer: boolean
) => void;

const longestPauseMs = 30_000;

/**
 * One page's line to the server and to the other tabs of this person: y-websocket, with Rapi's
 * messages 100 to 102. Counts what it sends, because a state vector does not show deletions.
 */
export class PageLine {
	readonly #provider: WebsocketProvider;
	readonly #listener: PageLineListener;
	#sent = 0;
	#handled = 0;
	/** Whether an update was refused since all that the server lacks was last sent. */
	#refused = false;

	constructor(options: {
		pageId: string;
		memberId: string;
		doc: Y.Doc;
		awareness: Awareness;
		openSocket: (path: string) => WebSocket;
		listener: PageLineListener;
	}) {
		const { pageId, doc, awareness, listener } = options;
		this.#listener = listener;
		this.#provider = new WebsocketProvider('/sync/pages', pageId, doc, {
			connect: false,
			awareness,
			params: { saved: '1', packed: '1', schema: String(pageSchemaVersion), as: options.memberId },
			maxBackoffTime: longestPauseMs,
			WebSocketPolyfill: this.#socketClass(options.openSocket)
		});
		// Tabs of another account on this device must not hear what this one writes.
		this.#provider.bcChannel = `rapi-page-${options.memberId}-${pageId}`;
		this.#handleMessages();
		this.#provider.on('status', ({ status }) => listener.onConnection(connectionOf(status)));
		this.#provider.on('sync', (synced: boolean) => synced && listener.onSynced());
		this.#provider.on('connection-close', (event) => {
			if (event?.code === closeCodes.failed) listener.onFailed();
		});
		this.#provider.on('closed', ({ code }) => listener.onClosed(code));
	}

	/** Whether what was sent on this line has all been dealt with by the server. */
	get isEven(): boolean {
		return this.#provider.synced && this.#sent > 0 && this.#handled >= this.#sent;
	}

	/** Whether nothing was refused of what has been sent since the server last asked for what it lacks. */
	get isTaken(): boolean {
		return !this.#refused;
	}

	/** Origin of what comes from the server. */
	get origin(): unknown {
		return this.#provider;
	}

	connect(): void {
		this.#provider.connect();
	}

	/** Tries at once: a try that began without a network may hang for minutes. */
	reconnect(): void {
		if (!this.#provider.wsconnected) this.startOver();
	}

	/** Ends the line, whatever it seems to be, and opens another. */
	startOver(): void {
		this.#provider.disconnect();
		this.#provider.connect();
	}

	disconnect(): void {
		this.#provider.disconnect();
	}

	destroy(): void {
		this.#provider.destroy();
	}

	#handleMessages(): void {
		const handlers = this.#provider.messageHandlers as unknown as Record<number, Handler>;
		const syncWithServer = handlers[pageMessages.sync];
		handlers[pageMessages.sync] = (encoder, decoder, provider, fromServer) => {
			if (fromServer) {
				this.#announce(decoder);
				return syncWithServer?.(encoder, decoder, provider, fromServer);
			}
			encoding.writeVarUint(encoder, pageMessages.sync);
			readSyncMessage(decoder, encoder, provider.doc, fromOtherTab);
		};
		// Who is here is the server's to say: other tabs are asked for text only.
		for (const type of [pageMessages.awareness, pageMessages.queryAwareness]) {
			const handle = handlers[type];
			handlers[type] = (...args) => (args[3] ? handle?.(...args) : undefined);
		}
		handlers[pageMessages.saved] = (_encoder, decoder) => {
			this.#listener.onWritten(decoding.readVarUint8Array(decoder));
			this.#handled = decoding.readVarUint(decoder);
			if (this.isEven) this.#listener.onSaved();
		};
		handlers[pageMessages.packed] = (encoder, decoder, provider, fromServer) => {
			const inner = decoding.createDecoder(inflateSync(decoding.readVarUint8Array(decoder)));
			handlers[decoding.readVarUint(inner)]?.(encoder, inner, provider, fromServer);
		};
		handlers[pageMessages.refused] = (_encoder, decoder) => {
			const told = decoding.readVarString(decoder);
			const reason = pageRefusals.find((known) => known === told) ?? 'malformed';
			this.#refused ||= reason !== 'missing_predecessor';
			this.#listener.onRefused(reason);
		};
	}

	/** Tells what a sync message of the server brings, and leaves it to be read. */
	#announce(decoder: decoding.Decoder): void {
		const start = decoder.pos;
		const kind = decoding.readVarUint(decoder);
		const bytes = decoding.readVarUint8Array(decoder);
		decoder.pos = start;
		if (kind === syncStep1) {
			// The answer brings everything once more: it is refused again, or all is well.
			this.#refused = false;
			this.#listener.onServerHas(bytes);
		} else this.#listener.onUpdate(bytes);
	}

	/** y-websocket makes its sockets by `new`; what it gets counts the updates that it sends, and cuts large ones. */
	#socketClass(openSocket: (path: string) => WebSocket): typeof WebSocket {
		const count = (updates: number) => (this.#sent += updates);
		const restart = () => {
			this.#sent = 0;
			this.#handled = 0;
		};
		return class {
			constructor(path: string) {
				restart();
				const socket = openSocket(path);
				const send = socket.send.bind(socket);
				socket.send = (data) => {
					if (!(data instanceof Uint8Array) || !isUpdate(data)) return send(data);
					const parts = inParts(data as Uint8Array<ArrayBuffer>);
					count(parts.length);
					for (const part of parts) send(part);
				};
				return socket;
			}
		} as unknown as typeof WebSocket;
	}
}

const syncStep1 = 0;
const syncStep2 = 1;
const syncUpdate = 2;

function isUpdate(frame: Uint8Array): boolean {
	return frame[0] === pageMessages.sync && (frame[1] === syncStep2 || frame[1] === syncUpdate);
}

/** A large update as several; the last one keeps the kind, so that an answer ends with it. */
function inParts(frame: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
	if (frame.length <= pageUpdateBytes) return [frame];
	const decoder = decoding.createDecoder(frame.subarray(2));
	const parts = splitUpdate(decoding.readVarUint8Array(decoder));
	return parts.map((part, at) => updateFrame(at === parts.length - 1 ? frame[1] : syncUpdate, part));
}

function updateFrame(kind: number | undefined, update: Uint8Array): Uint8Array<ArrayBuffer> {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, pageMessages.sync);
	encoding.writeVarUint(encoder, kind ?? syncUpdate);
	encoding.writeVarUint8Array(encoder, update);
	return encoding.toUint8Array(encoder);
}

function connectionOf(status: 'connected' | 'disconnected' | 'connecting'): 'on' | 'connecting' | 'off' {
	return status === 'connected' ? 'on' : status === 'connecting' ? 'connecting' : 'off';
}

import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { inflateSync } from 'fflate';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Peer } from './peer.ts';

/** Where documents lie: what a client has to know of a server. */
export type Place = Pick<Peer, 'name' | 'port' | 'nextKey' | 'pages'>;

/** One person with a document open, through the peer's own client. */
export interface Client {
	doc: Y.Doc;
	/** Called with the server's word that everything written so far is on disk; Rapi only. */
	onSaved(listener: () => void): void;
	bytesReceived(): number;
	/**
	 * From now on what comes is handed over as bytes and no longer applied, so that the load never
	 * measures itself. Answers the way to send an update.
	 */
	goLight(onFrame: (frame: Uint8Array) => void): (update: Uint8Array) => void;
	close(): void;
}

export async function connect(peer: Place, document: number): Promise<Client> {
	return peer.name === 'hocuspocus' ? connectHocuspocus(peer, document) : connectYWebsocket(peer, document);
}

/** What a client has under it. */
interface Line {
	bytes: number;
	socket?: WebSocket;
}

const syncMessage = 0;
const updateKind = 2;

function goLight({ socket }: Line, address: string | undefined, onFrame: (frame: Uint8Array) => void) {
	socket?.removeAllListeners('message');
	socket?.on('message', (data: Buffer | ArrayBuffer) => onFrame(new Uint8Array(data)));
	return (update: Uint8Array) => {
		const frame = encoding.createEncoder();
		if (address !== undefined) encoding.writeVarString(frame, address);
		encoding.writeVarUint(frame, syncMessage);
		encoding.writeVarUint(frame, updateKind);
		encoding.writeVarUint8Array(frame, update);
		socket?.send(encoding.toUint8Array(frame));
	};
}

/** A socket class that counts what it receives and, for Rapi, says who it is. */
function countingSocket(key: string, line: Line) {
	return class extends WebSocket {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols, {
				perMessageDeflate: false,
				...(key && { headers: { authorization: `Bearer ${key}` } })
			});
			line.socket = this;
			this.on('message', (data: Buffer | ArrayBuffer) => (line.bytes += data.byteLength));
		}
	} as unknown as typeof globalThis.WebSocket;
}

async function connectHocuspocus(peer: Place, document: number): Promise<Client> {
	const line: Line = { bytes: 0 };
	const name = `document-${document}`;
	const socket = new HocuspocusProviderWebsocket({
		url: `ws://127.0.0.1:${peer.port}`,
		WebSocketPolyfill: countingSocket('', line)
	});
	const doc = new Y.Doc();
	await new Promise<void>((resolve) => {
		const provider = new HocuspocusProvider({
			websocketProvider: socket,
			name,
			document: doc,
			onSynced: () => resolve()
		});
		provider.attach();
	});
	return {
		doc,
		onSaved: () => undefined,
		bytesReceived: () => line.bytes,
		goLight: (onFrame) => goLight(line, name, onFrame),
		close: () => socket.destroy()
	};
}

export const messageSaved = 100;
const messagePacked = 102;

async function connectYWebsocket(peer: Place, document: number): Promise<Client> {
	const line: Line = { bytes: 0 };
	const doc = new Y.Doc();
	const room = peer.name === 'rapi' ? (peer.pages[document] ?? '') : `document-${document}`;
	const path = peer.name === 'rapi' ? '/sync/pages' : '';
	const provider = new WebsocketProvider(`ws://127.0.0.1:${peer.port}${path}`, room, doc, {
		WebSocketPolyfill: countingSocket(peer.nextKey(), line),
		disableBc: true,
		...(peer.name === 'rapi' && { params: { saved: '1', packed: '1' } })
	});
	const listeners = new Set<() => void>();
	provider.messageHandlers[messageSaved] = () => listeners.forEach((listener) => listener());
	provider.messageHandlers[messagePacked] = (encoder, decoder, self, emitSynced, type) => {
		const inner = decoding.createDecoder(inflateSync(decoding.readVarUint8Array(decoder)));
		provider.messageHandlers[decoding.readVarUint(inner)]?.(encoder, inner, self, emitSynced, type);
	};
	await new Promise<void>((resolve, reject) => {
		provider.on('connection-close', (event) => {
			if (event && event.code >= 1008) reject(new Error(`the server closed with ${event.code}`));
		});
		if (peer.name === 'relay') provider.on('status', ({ status }) => status === 'connected' && resolve());
		else provider.on('sync', (synced: boolean) => synced && resolve());
	});
	return {
		doc,
		onSaved: (listener) => listeners.add(listener),
		bytesReceived: () => line.bytes,
		goLight: (onFrame) => goLight(line, undefined, onFrame),
		close: () => provider.destroy()
	};
}

import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { inflateSync } from 'fflate';
import * as decoding from 'lib0/decoding';
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
	close(): void;
}

export async function connect(peer: Place, document: number): Promise<Client> {
	return peer.name === 'hocuspocus' ? connectHocuspocus(peer, document) : connectYWebsocket(peer, document);
}

/** A socket class that counts what it receives and, for Rapi, says who it is. */
function countingSocket(key: string, counted: { bytes: number }) {
	return class extends WebSocket {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols, {
				perMessageDeflate: false,
				...(key && { headers: { authorization: `Bearer ${key}` } })
			});
			this.on('message', (data: Buffer | ArrayBuffer) => (counted.bytes += data.byteLength));
		}
	} as unknown as typeof globalThis.WebSocket;
}

async function connectHocuspocus(peer: Place, document: number): Promise<Client> {
	const counted = { bytes: 0 };
	const socket = new HocuspocusProviderWebsocket({
		url: `ws://127.0.0.1:${peer.port}`,
		WebSocketPolyfill: countingSocket('', counted)
	});
	const doc = new Y.Doc();
	await new Promise<void>((resolve) => {
		const provider = new HocuspocusProvider({
			websocketProvider: socket,
			name: `document-${document}`,
			document: doc,
			onSynced: () => resolve()
		});
		provider.attach();
	});
	return { doc, onSaved: () => undefined, bytesReceived: () => counted.bytes, close: () => socket.destroy() };
}

const messageSaved = 100;
const messagePacked = 102;

async function connectYWebsocket(peer: Place, document: number): Promise<Client> {
	const counted = { bytes: 0 };
	const doc = new Y.Doc();
	const room = peer.name === 'rapi' ? (peer.pages[document] ?? '') : `document-${document}`;
	const path = peer.name === 'rapi' ? '/sync/pages' : '';
	const provider = new WebsocketProvider(`ws://127.0.0.1:${peer.port}${path}`, room, doc, {
		WebSocketPolyfill: countingSocket(peer.nextKey(), counted),
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
		bytesReceived: () => counted.bytes,
		close: () => provider.destroy()
	};
}

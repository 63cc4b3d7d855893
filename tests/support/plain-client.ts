import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

/** A page open in the standard client of y-websocket, as a program with a key has it. */
export interface PlainClient {
	doc: Y.Doc;
	/** Whether it has taken in the server's text since it last connected. */
	isSynced(): boolean;
	close(): void;
}

/** Opens a page of the server at `url` (http) with an API key; comes back by itself. */
export function openPlainClient(url: string, pageId: string, key: string): PlainClient {
	const doc = new Y.Doc();
	const withKey = class extends WebSocket {
		constructor(address: string | URL) {
			super(address, { headers: { authorization: `Bearer ${key}` } });
		}
	} as unknown as typeof globalThis.WebSocket;
	const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync/pages`, pageId, doc, {
		WebSocketPolyfill: withKey,
		disableBc: true,
		maxBackoffTime: 1_000
	});
	return {
		doc,
		isSynced: () => provider.wsconnected && provider.synced,
		close() {
			provider.destroy();
			doc.destroy();
		}
	};
}

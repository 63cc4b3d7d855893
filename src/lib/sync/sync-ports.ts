import type { AppUpdates } from './app-updates.ts';
import type { StorePorts } from './local-store.ts';

/** What the browser's half of sync needs from the outside; tests bring their own. */
export interface SyncPorts extends StorePorts {
	now(): number;
	newId: () => string;
	fetch: typeof fetch;
	sendImage: SendImage;
	/** The account that signed in last on this browser; undefined when it signed out, or nobody did. */
	account(): string | undefined;
	/** Opens a socket to a path of this Rapi. */
	openSocket(path: string): WebSocket;
	openChannel(name: string): TabChannelPort | undefined;
	locks: LockManager | undefined;
	/** Calls back when trying again is worth it: the network is back, or somebody looks at the tab. */
	onWake(listener: () => void): () => void;
	/** Calls back when the network is gone: open lines may not notice for a long time. */
	onLost(listener: () => void): () => void;
	/** Asks the browser to keep the data; false when it will not promise. */
	persist(): Promise<boolean>;
	/** Newer builds of the app; undefined where nothing watches for them. */
	updates: AppUpdates | undefined;
	/** A number from 0 to 1 that spreads reconnects. */
	random(): number;
}

/** Sends one picture, or with a name one file; tells how far it is. Resolves with the HTTP status, 0 without a connection. */
export type SendImage = (
	image: { id: string; pageId: string; blob: Blob; name?: string },
	onProgress: (percent: number) => void
) => Promise<number>;

/** The part of a BroadcastChannel that tabs use. */
export interface TabChannelPort {
	postMessage(message: unknown): void;
	onmessage: ((event: MessageEvent) => void) | null;
	close(): void;
}

import { uuidv7 } from 'uuidv7';
import { accountCookie } from '#domain/people/account.ts';
import { watchAppUpdates } from './app-updates.ts';
import { sendImage } from './send-image.ts';
import type { SyncPorts } from './sync-ports.ts';

/** The real browser. */
export function browserPorts(): SyncPorts {
	return {
		indexedDB: window.indexedDB,
		IDBKeyRange: window.IDBKeyRange,
		after,
		now: () => Date.now(),
		newId: uuidv7,
		fetch: (input, init) => fetch(input, init),
		sendImage,
		account: signedInAccount,
		openSocket: (path) => new WebSocket(socketAddress(path)),
		// Missing where the page is not served securely; every tab then works for itself.
		openChannel: (name) => ('BroadcastChannel' in window ? new BroadcastChannel(name) : undefined),
		locks: 'locks' in navigator ? navigator.locks : undefined,
		onWake,
		onLost,
		persist: async () => ('storage' in navigator ? navigator.storage.persist() : false),
		updates: watchAppUpdates({
			workers: 'serviceWorker' in navigator && !import.meta.env.DEV ? navigator.serviceWorker : undefined,
			reload: () => location.reload()
		}),
		random: () => Math.random()
	};
}

function signedInAccount(): string | undefined {
	const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${accountCookie}=`));
	return found?.slice(accountCookie.length + 1) || undefined;
}

function after(ms: number, work: () => void): () => void {
	const timer = setTimeout(work, ms);
	return () => clearTimeout(timer);
}

function socketAddress(path: string): string {
	const address = new URL(path, location.href);
	address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
	return address.href;
}

function onWake(listener: () => void): () => void {
	const whenSeen = () => {
		if (document.visibilityState === 'visible') listener();
	};
	window.addEventListener('online', listener);
	document.addEventListener('visibilitychange', whenSeen);
	return () => {
		window.removeEventListener('online', listener);
		document.removeEventListener('visibilitychange', whenSeen);
	};
}

function onLost(listener: () => void): () => void {
	window.addEventListener('offline', listener);
	return () => window.removeEventListener('offline', listener);
}

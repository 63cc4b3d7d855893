/** See src/service-worker: what it waits for before it takes over. */
const changeMessage = 'change to the new build';

const workerAddress = '/service-worker.js';

/**
 * The pages take a script's address only from a named policy (svelte.config.js), which a page may
 * make once; this one knows one address. The browser takes the trusted object where TypeScript's
 * library knows only text.
 */
const trustedAddress = ((globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
	?.createPolicy('rapi-service-worker', { createScriptURL: () => workerAddress })
	.createScriptURL('') ?? workerAddress) as string;

export interface AppUpdates {
	/** Calls back when a newer build is here and waits. */
	onReady(listener: () => void): void;
	/** Changes to the newer build and reloads this tab. Only ever called by a press. */
	change(): void;
}

/** Registers the service worker and watches for newer builds. Never reloads by itself. */
export function watchAppUpdates(): AppUpdates {
	const listeners = new Set<() => void>();
	let waiting: ServiceWorker | null = null;
	const found = (worker: ServiceWorker | null) => {
		// The first worker of a device is no update.
		if (!worker || !navigator.serviceWorker.controller) return;
		waiting = worker;
		for (const listener of listeners) listener();
	};
	if ('serviceWorker' in navigator && !import.meta.env.DEV) void register(found);
	return {
		onReady(listener) {
			listeners.add(listener);
			if (waiting) listener();
		},
		change() {
			if (!waiting) return location.reload();
			navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
			waiting.postMessage(changeMessage);
		}
	};
}

async function register(found: (worker: ServiceWorker | null) => void): Promise<void> {
	// Refused where storage is blocked: the app then needs the network to start, and works otherwise.
	const registration = await navigator.serviceWorker
		.register(trustedAddress, { type: 'module', updateViaCache: 'none' })
		.catch(() => undefined);
	if (!registration) return;
	found(registration.waiting);
	registration.addEventListener('updatefound', () => {
		const { installing } = registration;
		installing?.addEventListener('statechange', () => {
			if (installing.state === 'installed') found(registration.waiting);
		});
	});
}

/** The part of the browser's Trusted Types that is used here; TypeScript's library lacks it. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: () => string }
	): { createScriptURL(address: string): unknown };
}

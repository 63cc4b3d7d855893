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
	/** Asks the server whether there is a newer build; a browser by itself asks only when a screen is loaded. */
	look(): void;
	/** Changes to the newer build and reloads this tab. Only ever called by a press. */
	change(): Promise<void>;
}

/** What the watch needs of the browser; tests bring their own. */
export interface AppUpdatePorts {
	/** Undefined where the browser has no service workers or may not use them. */
	workers: Pick<ServiceWorkerContainer, 'register'> | undefined;
	reload: () => void;
}

/** Registers the service worker and watches for newer builds. Never reloads by itself. */
export function watchAppUpdates({ workers, reload }: AppUpdatePorts): AppUpdates {
	const listeners = new Set<() => void>();
	let ready = false;
	const registering = workers ? register(workers) : Promise.resolve(undefined);
	const watching = registering.then((registration) => {
		if (!registration) return;
		const look = () => {
			// The first worker of a device is no update.
			if (!registration.waiting || !registration.active) return;
			ready = true;
			for (const listener of listeners) listener();
		};
		look();
		whenInstalled(registration, look);
		registration.addEventListener('updatefound', () => whenInstalled(registration, look));
	});
	return {
		onReady(listener) {
			listeners.add(listener);
			if (ready) listener();
		},
		look: () => void registering.then(ask),
		async change() {
			await watching;
			const waiting = await newest(await registering);
			if (!waiting) return reload();
			// *Activating*, or gone because another tab was faster: either way the old one answers no more.
			waiting.addEventListener('statechange', reload, { once: true });
			waiting.postMessage(changeMessage);
		}
	};
}

/** Undefined where storage is blocked: the app then needs the network to start, and works otherwise. */
function register(workers: Pick<ServiceWorkerContainer, 'register'>) {
	return workers.register(trustedAddress, { type: 'module', updateViaCache: 'none' }).catch(() => undefined);
}

/** Without a network there is no answer, which is as good as none newer. */
async function ask(registration: ServiceWorkerRegistration | undefined): Promise<void> {
	await registration?.update().catch(() => undefined);
}

/** The worker of a build that is newer than the one that answers; asks the server when none waits here. */
async function newest(registration: ServiceWorkerRegistration | undefined): Promise<ServiceWorker | null> {
	if (!registration) return null;
	if (!registration.waiting) {
		await ask(registration);
		await new Promise<void>((resolve) => {
			if (!whenInstalled(registration, resolve)) resolve();
		});
	}
	return registration.waiting;
}

/** Calls back when the worker that is being installed is ready or has failed; false when there is none. */
function whenInstalled({ installing }: ServiceWorkerRegistration, then: () => void): boolean {
	installing?.addEventListener('statechange', then, { once: true });
	return installing !== null;
}

/** The part of the browser's Trusted Types that is used here; TypeScript's library lacks it. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: () => string }
	): { createScriptURL(address: string): unknown };
}

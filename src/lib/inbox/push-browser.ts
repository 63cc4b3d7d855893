import type { PushApi } from './push-api.ts';

/** Whether this browser can get notices, and if not, what keeps it from it. */
export type PushAbility = 'ready' | 'blocked' | 'install' | 'insecure' | 'none';

/** What is asked of a browser; tests bring their own. */
export interface BrowserFacts {
	isSecure: boolean;
	/** Whether it has all of service workers, push and notifications. */
	hasPush: boolean;
	permission: NotificationPermission;
	/** iPhones and iPads have push only for what stands on their home screen. */
	isApplePhone: boolean;
	isInstalled: boolean;
}

export function abilityOf(facts: BrowserFacts): PushAbility {
	if (!facts.isSecure) return 'insecure';
	if (!facts.hasPush) return facts.isApplePhone && !facts.isInstalled ? 'install' : 'none';
	return facts.permission === 'denied' ? 'blocked' : 'ready';
}

export function thisBrowser(): BrowserFacts {
	const { userAgent, maxTouchPoints } = navigator;
	return {
		isSecure: isSecureContext,
		hasPush: 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis,
		permission: 'Notification' in globalThis ? Notification.permission : 'default',
		// An iPad calls itself a Macintosh, but no Macintosh is touched.
		isApplePhone: /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1),
		isInstalled: matchMedia('(display-mode: standalone)').matches
	};
}

/** Why notices could not be turned on. */
export type PushProblem = Exclude<PushAbility, 'ready'> | 'notAllowed' | 'noService' | 'unreachable';

/** The parts of a browser that sign it up. */
export interface PushPorts {
	requestPermission(): Promise<NotificationPermission>;
	/** Undefined where no service worker is at work. */
	pushManager(): Promise<Pick<PushManager, 'getSubscription' | 'subscribe'> | undefined>;
}

export const browserPush: PushPorts = {
	requestPermission: () => Notification.requestPermission(),
	pushManager: async () => (await navigator.serviceWorker.getRegistration())?.pushManager
};

/** Signs this browser up; only ever called by a press, for it asks for permission. Undefined: done. */
export async function turnOnPushes(
	api: Pick<PushApi, 'publicKey' | 'add'>,
	ports: PushPorts = browserPush
): Promise<PushProblem | undefined> {
	const permission = await ports.requestPermission();
	if (permission !== 'granted') return permission === 'denied' ? 'blocked' : 'notAllowed';
	const manager = await ports.pushManager();
	if (!manager) return 'none';
	const publicKey = await api.publicKey();
	if (publicKey === undefined) return 'unreachable';
	const subscription = await subscribe(manager, publicKey).catch(() => undefined);
	if (!subscription) return 'noService';
	return (await api.add(subscription.toJSON())) === undefined ? 'unreachable' : undefined;
}

/** The subscription for this installation's key; one for another key must end first. */
async function subscribe(
	manager: Pick<PushManager, 'getSubscription' | 'subscribe'>,
	publicKey: string
): Promise<PushSubscription> {
	const kept = await manager.getSubscription();
	if (kept && keyOf(kept) === publicKey) return kept;
	await kept?.unsubscribe();
	return manager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

/** Its key as base64url without padding, as the server says its own. */
function keyOf({ options }: PushSubscription): string {
	const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
	const text = btoa(String.fromCharCode(...bytes));
	return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

import { parseJson } from '#domain/kernel/json.ts';
import { parse } from '#domain/kernel/schema.ts';
import { pushMessageSchema, type PushMessage } from '#domain/notices/push.ts';

/** What this needs of the worker; tests bring their own. */
export interface PushWorker {
	registration: Pick<ServiceWorkerRegistration, 'showNotification' | 'getNotifications' | 'pushManager'>;
	clients: Pick<Clients, 'matchAll' | 'openWindow'>;
	location: Pick<WorkerLocation, 'origin'>;
	navigator: Partial<Pick<WorkerNavigator, 'setAppBadge'>>;
	fetch: typeof fetch;
}

const icon = '/icon-192.png';

/** Browsers take the permission back from who shows nothing, so that this is shown for what cannot be read. */
const unreadable: PushMessage = { title: 'Rapi', body: 'Kotak masuk', address: '/', tag: 'rapi' };

/** Shows a message. One with the tag of another takes its place. */
export async function showPush({ registration, navigator }: PushWorker, text: string): Promise<void> {
	const { title, body, address, tag } = messageIn(text);
	await registration.showNotification(title, { body, tag, icon, data: { address } });
	const shown = await registration.getNotifications();
	await navigator.setAppBadge?.(shown.length).catch(() => undefined);
}

function messageIn(text: string): PushMessage {
	const json = parseJson(text);
	const parsed = json.ok ? parse(pushMessageSchema, json.value) : json;
	return parsed.ok ? parsed.value : unreadable;
}

/** Leads to what a notice is about: in a tab that has its workspace open, or in a new one. */
export async function openNotice({ clients, location }: PushWorker, data: unknown): Promise<void> {
	const address = addressIn(data);
	const tabs = await clients.matchAll({ type: 'window' });
	const tab = tabs.find(({ url }) => workspaceIn(new URL(url).pathname) === workspaceIn(address));
	if (!tab) {
		await clients.openWindow(new URL(address, location.origin).href);
		return;
	}
	await tab.focus();
	tab.postMessage({ openNotice: address });
}

function addressIn(data: unknown): string {
	const parsed = parse(pushMessageSchema.entries.address, (data as { address?: unknown } | null)?.address);
	return parsed.ok ? parsed.value : unreadable.address;
}

function workspaceIn(pathname: string): string | undefined {
	return pathname.split('/')[1];
}

/** The browser has another address at its push service, or none any more: the server learns the new one. */
export async function renewPush(
	{ registration, fetch }: PushWorker,
	{
		newSubscription,
		oldSubscription
	}: Pick<PushSubscriptionChangeEvent, 'newSubscription' | 'oldSubscription'>
): Promise<void> {
	const applicationServerKey = oldSubscription?.options.applicationServerKey ?? (await serverKey(fetch));
	if (!newSubscription && !applicationServerKey) return;
	const subscription =
		newSubscription ??
		(await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
	const headers = { 'content-type': 'application/json' };
	const body = JSON.stringify(subscription.toJSON());
	await fetch('/api/v1/push-device', { method: 'PUT', headers, body });
}

async function serverKey(ask: typeof fetch): Promise<string | null> {
	const response = await ask('/api/v1/push-device');
	const { publicKey } = (await response.json()) as { publicKey?: unknown };
	return typeof publicKey === 'string' ? publicKey : null;
}

/// <reference lib="webworker" />
import { build, files, version } from '$service-worker';
import { isAppAddress } from './addresses.ts';
import { openNotice, renewPush, showPush } from './push.ts';

/**
 * Keeps the app's shell for days without a network: one HTML document with the policy and the nonce
 * that belong together, and every file of the build. Data never passes through here, but for the
 * notices that the browser's push service brings.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const cachePrefix = 'rapi-app-';
const cacheName = cachePrefix + version;

/** Where the shell is fetched from; every screen of the app has the same one. */
const shellAddress = '/-';

/** Builds whose files stay: open tabs of the one before may still load parts of it. */
const buildsKept = 2;

/** What a tab says when its person agreed to change to the new build. */
const changeMessage = 'change to the new build';

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', ({ data }) => {
	if (data === changeMessage) void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (request.mode === 'navigate') {
		if (isAppAddress(url.pathname)) event.respondWith(answerScreen(request));
	} else if (isKept(url.pathname)) event.respondWith(answerFile(request));
});
worker.addEventListener('push', (event) => event.waitUntil(showPush(worker, event.data?.text() ?? '')));
worker.addEventListener('notificationclick', (event) => {
	event.notification.close();
	event.waitUntil(openNotice(worker, event.notification.data));
});
worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renewPush(worker, event)));

async function install(): Promise<void> {
	const shell = await fetch(shellAddress, { cache: 'reload', credentials: 'same-origin' });
	if (!shell.ok || shell.redirected) throw new Error('The shell could not be fetched.');
	const cache = await caches.open(cacheName);
	await cache.addAll([...build, ...files]);
	await cache.put(shellAddress, shell);
}

/** From now on the tab that brought the first build here finds the rest of it here too, without a reload. */
async function activate(): Promise<void> {
	await worker.clients.claim();
	await removeOldBuilds();
}

async function removeOldBuilds(): Promise<void> {
	const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix)).sort();
	await Promise.all(names.slice(0, -buildsKept).map((name) => caches.delete(name)));
}

/** The shell of this build, so that it and its files always fit each other. */
async function answerScreen(request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	return (await cache.match(shellAddress)) ?? fetch(request);
}

/** By its exact address: to ignore a query, a browser looks through every file that it keeps. */
async function answerFile(request: Request): Promise<Response> {
	return (await caches.match(request)) ?? fetch(request);
}

/** Files of any build have their content's hash in the name; the others belong to this build. */
function isKept(pathname: string): boolean {
	return pathname.startsWith('/_app/immutable/') || files.includes(pathname);
}

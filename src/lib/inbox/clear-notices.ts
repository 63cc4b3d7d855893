/** The part of a registration that shows and takes notices; tests bring their own. */
export type NoticeRegistration = Pick<ServiceWorkerRegistration, 'getNotifications'> & {
	pushManager: { getSubscription(): Promise<Pick<PushSubscription, 'unsubscribe'> | null> };
};

/**
 * Takes notices off this device: those on the screen, the number on the app's icon, and those that
 * its push service still holds. What a browser cannot do, or refuses, keeps nobody from leaving.
 */
export async function clearNotices(
	find: () => Promise<NoticeRegistration | undefined> = registered
): Promise<void> {
	const registration = await find().catch(() => undefined);
	const shown = await registration?.getNotifications().catch(() => []);
	for (const notice of shown ?? []) notice.close();
	if ('clearAppBadge' in navigator) await navigator.clearAppBadge().catch(() => undefined);
	await unsubscribe(registration).catch(() => undefined);
}

async function unsubscribe(registration: NoticeRegistration | undefined): Promise<void> {
	const subscription = await registration?.pushManager.getSubscription();
	await subscription?.unsubscribe();
}

async function registered(): Promise<NoticeRegistration | undefined> {
	if (!('serviceWorker' in navigator) || !('PushManager' in globalThis)) return undefined;
	return navigator.serviceWorker.getRegistration();
}

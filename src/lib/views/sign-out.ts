/** Ends this device's session. Without a network the session stays, so the person stays signed in. */
export async function signOut(): Promise<void> {
	const response = await fetch('/api/v1/sessions/current', { method: 'DELETE' }).catch(() => undefined);
	if (response && (response.ok || response.status === 401)) location.assign('/signin');
}

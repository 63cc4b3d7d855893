/** Where a shop is that has not said otherwise. */
export const usualZone = 'Asia/Jakarta';

/** The time zone (IANA name) in a workspace's settings; the usual one where there is none that exists. */
export function zoneIn(settings: string): string {
	const { timeZone } = JSON.parse(settings) as { timeZone?: unknown };
	return typeof timeZone === 'string' && isZone(timeZone) ? timeZone : usualZone;
}

function isZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

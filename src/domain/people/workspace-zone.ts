import * as v from 'valibot';

/** Where a shop is that has not said otherwise. */
export const usualZone = 'Asia/Jakarta';

/** The zones of Indonesia from west to east: WIB, WITA, WIT. */
export const homeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type HomeZone = (typeof homeZones)[number];

/** An IANA name of a time zone that there is. */
export const zoneSchema = v.pipe(v.string(), v.maxLength(64), v.check(isZone, 'no such time zone'));

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

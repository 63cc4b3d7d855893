import { homeZones, type HomeZone } from '#domain/people/workspace-zone.ts';
import { localMoment } from '#domain/kernel/day.ts';
import { matchText } from '#domain/search/match.ts';
import type { Words } from '../i18n/en.ts';

/** A zone that can be chosen; its id holds no slash, because it becomes the id of an element. */
export interface ZoneChoice {
	id: string;
	zone: string;
	label: string;
	/** What time it is there now. */
	time: string;
}

const mostFound = 40;

/**
 * The zones to choose from: those of Indonesia, and the others only as far as a word asks for them,
 * so that the list stays short.
 */
export function zoneChoices(
	query: string,
	{ zones, words, now }: { zones: readonly string[]; words: Words; now: number }
): { home: ZoneChoice[]; others: ZoneChoice[] } {
	const choice = (zone: string): ZoneChoice => ({
		...{ id: zone.replaceAll('/', '-'), zone, label: zoneLabel(zone, words) },
		time: zoneTime(zone, now)
	});
	const asked = (zone: string) => matchText(`${zoneLabel(zone, words)} ${zone}`, query) !== undefined;
	const home = homeZones.filter(asked).map(choice);
	const others = zones.filter((zone) => !isHomeZone(zone) && query.trim() !== '' && asked(zone));
	return { home, others: others.slice(0, mostFound).map(choice) };
}

/** "WIB (Jakarta, Surabaya, Medan)", "Singapore", "Indiana, Knox". */
export function zoneLabel(zone: string, words: Words): string {
	if (isHomeZone(zone)) return words.settings.workspace.zones[zone];
	return zone.split('/').slice(-2).reverse().join(', ').replaceAll('_', ' ');
}

/** "17.55", there and now. */
export function zoneTime(zone: string, now: number): string {
	return localMoment(now, zone).time.replace(':', '.');
}

function isHomeZone(zone: string): zone is HomeZone {
	return (homeZones as readonly string[]).includes(zone);
}

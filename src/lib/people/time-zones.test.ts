import { describe, expect, it } from 'vitest';
import { id as words } from '../i18n/id.ts';
import { zoneChoices, zoneLabel } from './time-zones.ts';

const now = Date.UTC(2026, 10, 27, 10, 55);
const zones = Intl.supportedValuesOf('timeZone');
const found = (query: string) => zoneChoices(query, { zones, words, now });

describe('the time zones to choose from', () => {
	it('are WIB, WITA and WIT until something is typed, each with its time', () => {
		const { home, others } = found('');
		expect(home.map(({ label, time }) => [label.split(' ')[0], time])).toEqual([
			['WIB', '17.55'],
			['WITA', '18.55'],
			['WIT', '19.55']
		]);
		expect(others).toEqual([]);
	});

	it('are found by a city, by the short name and by the zone itself', () => {
		expect(found('denpasar').home.map(({ zone }) => zone)).toEqual(['Asia/Makassar']);
		expect(found('wit').home.map(({ zone }) => zone)).toContain('Asia/Jayapura');
		expect(found('singapore').others.map(({ zone }) => zone)).toContain('Asia/Singapore');
		expect(found('new york').others.map(({ zone }) => zone)).toContain('America/New_York');
		expect(found('bukan zona')).toEqual({ home: [], others: [] });
	});

	it('are called by city and region', () => {
		expect(zoneLabel('America/New_York', words)).toBe('New York, America');
		expect(zoneLabel('UTC', words)).toBe('UTC');
	});
});

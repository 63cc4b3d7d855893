import { describe, expect, it } from 'vitest';
import { parse } from '../kernel/schema.ts';
import { homeZones, zoneIn, zoneSchema } from './workspace-zone.ts';

describe('the time zone of a workspace', () => {
	it('is one that there is', () => {
		for (const zone of [...homeZones, 'Europe/Berlin', 'UTC'])
			expect(parse(zoneSchema, zone)).toEqual({ ok: true, value: zone });
		for (const wrong of ['', 'Asia/Bandung', 'Jakarta', 'x'.repeat(65), 7, null])
			expect(parse(zoneSchema, wrong).ok).toBe(false);
	});

	it('is that of Jakarta until somebody says otherwise', () => {
		expect(zoneIn('{}')).toBe('Asia/Jakarta');
		expect(zoneIn('{"timeZone":"Mars/Olympus"}')).toBe('Asia/Jakarta');
		expect(zoneIn('{"timeZone":"Asia/Jayapura"}')).toBe('Asia/Jayapura');
	});
});

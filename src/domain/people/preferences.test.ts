import { describe, expect, it } from 'vitest';
import { preferredLocale, readPreferences } from './preferences.ts';

describe('preferences of a device', () => {
	it('gives the default for what is missing or unknown', () => {
		const cookies: Record<string, string> = {
			rapi_theme: 'sepia',
			rapi_density: 'compact',
			rapi_locale: 'fr'
		};
		expect(readPreferences((name) => cookies[name])).toEqual({
			locale: undefined,
			theme: 'system',
			textSize: '100',
			density: 'compact',
			letters: 'on'
		});
	});

	it('speaks the first language that the browser asks for, else Indonesian', () => {
		expect(preferredLocale('fr-FR, en;q=0.8, id;q=0.5')).toBe('en');
		expect(preferredLocale('id-ID,id;q=0.9,en;q=0.8')).toBe('id');
		expect(preferredLocale('de')).toBe('id');
		expect(preferredLocale(null)).toBe('id');
	});
});

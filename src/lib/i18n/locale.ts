/** The languages of the interface. */
export const locales = ['id', 'en'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(value: unknown): value is Locale {
	return value === 'id' || value === 'en';
}

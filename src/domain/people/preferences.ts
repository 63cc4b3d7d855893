import * as v from 'valibot';

/** How somebody wants to see the app on one device. Kept in cookies, so that the first byte is right. */
export const preferencesSchema = v.object({
	locale: v.optional(v.fallback(v.optional(v.picklist(['id', 'en'])), undefined)),
	theme: v.fallback(v.picklist(['system', 'light', 'dark']), 'system'),
	/** Per cent of the browser's own text size. */
	textSize: v.fallback(v.picklist(['90', '100', '110', '125']), '100'),
	density: v.fallback(v.picklist(['roomy', 'compact']), 'roomy'),
	/** Whether single letters act on things (WCAG 2.1.4: they can be switched off). */
	letters: v.fallback(v.picklist(['on', 'off']), 'on')
});
export type Preferences = v.InferOutput<typeof preferencesSchema>;
export type PreferenceName = keyof Preferences;

/** The name of the cookie that keeps a preference. */
export function preferenceCookie(name: PreferenceName): string {
	return `rapi_${name}`;
}

/** Reads the preferences out of cookies; whatever is missing or unknown is the default. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
	const names = Object.keys(preferencesSchema.entries) as PreferenceName[];
	return v.parse(
		preferencesSchema,
		Object.fromEntries(names.map((name) => [name, cookie(preferenceCookie(name))]))
	);
}

/** The language for somebody who has not chosen: the first that their browser asks for and we speak. */
export function preferredLocale(acceptLanguage: string | null): 'id' | 'en' {
	for (const part of (acceptLanguage ?? '').slice(0, 200).toLowerCase().split(',')) {
		const language = part.trim().slice(0, 2);
		if (language === 'id' || language === 'en') return language;
	}
	return 'id';
}

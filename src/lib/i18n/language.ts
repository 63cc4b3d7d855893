import type { Words } from './en.ts';
import { isLocale, type Locale } from './locale.ts';

export interface Language {
	readonly locale: Locale;
	readonly words: Words;
}

/** Each language is a file of its own, so that a phone fetches only the one that its person reads. */
const catalogues: Record<Locale, () => Promise<Words>> = {
	en: async () => (await import('./en.ts')).en,
	id: async () => (await import('./id.ts')).id
};

/** The words of one language; the browser fetches them once, from this device where it is kept. */
export async function loadLanguage(locale: Locale): Promise<Language> {
	return { locale, words: await catalogues[locale]() };
}

/** The language of the page as it came, or as this device chose since (see src/app.html). */
export function localeOfDocument(): Locale {
	const { lang } = document.documentElement;
	return isLocale(lang) ? lang : 'id';
}

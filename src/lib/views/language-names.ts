import type { Locale } from '../i18n/locale.ts';

/** Each language by its own name, whatever the interface speaks. */
export const languageNames: Record<Locale, string> = { id: 'Bahasa Indonesia', en: 'English' };

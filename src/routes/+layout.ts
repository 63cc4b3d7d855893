import { browser } from '$app/environment';
import { loadLanguage, localeOfDocument } from '$lib/i18n/language.ts';
import { locales } from '$lib/i18n/locale.ts';
import type { LayoutLoad } from './$types';

/** The server draws in every language; a device fetches the words of its own only. */
export const load: LayoutLoad = async () => ({
	languages: await Promise.all((browser ? [localeOfDocument()] : locales).map(loadLanguage))
});

import type { ClientInit } from '@sveltejs/kit';
import { loadLanguage, localeOfDocument } from '$lib/i18n/language.ts';

/** The words travel beside the screen's code, not after it. The root layout reports a failure. */
export const init: ClientInit = () => {
	loadLanguage(localeOfDocument()).catch(() => undefined);
};

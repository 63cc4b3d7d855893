import { getContext, setContext } from 'svelte';
import { en, type Words } from './en.ts';
import { id } from './id.ts';
import type { Locale } from './locale.ts';

const catalogues: Record<Locale, Words> = { en, id };
const key = Symbol('words');

export interface Language {
	readonly locale: Locale;
	readonly words: Words;
}

export function languageOf(locale: Locale): Language {
	return { locale, words: catalogues[locale] };
}

/** Makes the language known to every component below; `current` is read again when it changes. */
export function provideLanguage(current: () => Language): void {
	setContext(key, current);
}

/**
 * The language of the component tree: `const lang = useLanguage()`, then `lang.words.common.save`
 * in the markup. Call while a component is being made.
 */
export function useLanguage(): Language {
	const current = getContext<(() => Language) | undefined>(key);
	if (!current) throw new Error('No language above this component.');
	return {
		get locale() {
			return current().locale;
		},
		get words() {
			return current().words;
		}
	};
}

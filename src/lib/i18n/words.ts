import { getContext, setContext } from 'svelte';
import type { Words } from './en.ts';
import type { Language } from './language.ts';

const key = Symbol('words');

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
		get words(): Words {
			return current().words;
		}
	};
}

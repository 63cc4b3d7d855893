import { getContext, setContext } from 'svelte';
import {
	preferenceCookie,
	readPreferences,
	type PreferenceName,
	type Preferences
} from '#domain/people/preferences.ts';
import type { Locale } from '../i18n/locale.ts';

const key = Symbol('preferences');
const yearSeconds = 365 * 24 * 60 * 60;

/** Attribute of <html> that carries a preference, so that CSS alone follows it. */
const attributes: Partial<Record<PreferenceName, string>> = {
	locale: 'lang',
	theme: 'data-theme',
	textSize: 'data-text-size',
	density: 'data-density'
};

/** This device's preferences: a change shows at once and is kept in a cookie. */
export class DevicePreferences {
	#chosen = $state<Preferences>(readPreferences(() => undefined));
	#locale: Locale = $state('id');

	/** `locale` is the language that the page came in. */
	constructor(locale: Locale) {
		this.#locale = locale;
		if (typeof document === 'undefined') return;
		this.#chosen = readPreferences(cookieOf(document.cookie));
	}

	get locale(): Locale {
		return this.#locale;
	}
	get chosen(): Readonly<Preferences> {
		return this.#chosen;
	}

	set<N extends PreferenceName>(name: N, value: NonNullable<Preferences[N]>): void {
		this.#chosen = { ...this.#chosen, [name]: value };
		if (name === 'locale') this.#locale = value as Locale;
		const attribute = attributes[name];
		if (attribute) document.documentElement.setAttribute(attribute, value);
		const secure = location.protocol === 'https:' ? '; Secure' : '';
		document.cookie = `${preferenceCookie(name)}=${value}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax${secure}`;
	}
}

function cookieOf(all: string): (name: string) => string | undefined {
	const pairs = new Map(all.split('; ').map((pair) => pair.split('=', 2) as [string, string]));
	return (name) => pairs.get(name);
}

export function providePreferences(preferences: DevicePreferences): void {
	setContext(key, preferences);
}

/** Call while a component is being made. */
export function usePreferences(): DevicePreferences {
	return getContext<DevicePreferences>(key);
}

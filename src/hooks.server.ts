import type { Handle } from '@sveltejs/kit';
import { preferredLocale, readPreferences } from '#domain/people/preferences.ts';
import { takeServices } from '../server/handoff.ts';

export const handle: Handle = ({ event, resolve }) => {
	event.locals.services = takeServices();
	const { locale, theme } = readPreferences((name) => event.cookies.get(name));
	event.locals.locale = locale ?? preferredLocale(event.request.headers.get('accept-language'));
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%rapi.lang%', event.locals.locale).replace('%rapi.theme%', theme)
	});
};

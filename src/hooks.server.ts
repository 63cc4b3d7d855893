import type { Handle, RequestEvent } from '@sveltejs/kit';
import { preferredLocale, readPreferences } from '#domain/people/preferences.ts';
import { takeServices } from '../server/handoff.ts';

export const handle: Handle = async ({ event, resolve }) => {
	const services = takeServices();
	const { headers } = event.request;
	event.locals.services = services;
	event.locals.requestId = headers.get('x-request-id') ?? crypto.randomUUID();
	event.locals.device = {
		userAgent: headers.get('user-agent') ?? '',
		address: services.addressOf(event.getClientAddress(), headers.get('x-forwarded-for') ?? undefined)
	};
	event.locals.identity = await services.identify({
		cookie: headers.get('cookie') ?? undefined,
		authorization: headers.get('authorization') ?? undefined
	});
	const { locale, theme } = readPreferences((name) => event.cookies.get(name));
	event.locals.locale =
		locale ?? (await accountLocale(event)) ?? preferredLocale(headers.get('accept-language'));
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%rapi.lang%', event.locals.locale).replace('%rapi.theme%', theme)
	});
};

/** The language that the signed-in person chose anywhere, for a device that has no choice of its own. */
async function accountLocale({ locals }: RequestEvent): Promise<'id' | 'en' | undefined> {
	const account = locals.identity && (await locals.services.accounts.find(locals.identity.accountId));
	return account?.locale === 'id' || account?.locale === 'en' ? account.locale : undefined;
}

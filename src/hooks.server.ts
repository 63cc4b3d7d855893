import type { Handle, RequestEvent } from '@sveltejs/kit';
import { accountCookie } from '#domain/people/account.ts';
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
	tellAccount(event);
	const { locale, theme } = readPreferences((name) => event.cookies.get(name));
	event.locals.locale =
		locale ?? (await accountLocale(event)) ?? preferredLocale(headers.get('accept-language'));
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%rapi.lang%', event.locals.locale).replace('%rapi.theme%', theme)
	});
};

/** Tells a browser whose session it has, if it does not know: it may have lost the one cookie of the two. */
function tellAccount({ locals: { identity, services }, cookies }: RequestEvent): void {
	if (identity?.kind !== 'session' || cookies.get(accountCookie) === identity.accountId) return;
	const { name, value, attributes } = services.sessions.accountCookie(identity.accountId);
	cookies.set(name, value, attributes);
}

/** The language that the signed-in person chose anywhere, for a device that has no choice of its own. */
async function accountLocale({ locals }: RequestEvent): Promise<'id' | 'en' | undefined> {
	const account = locals.identity && (await locals.services.accounts.find(locals.identity.accountId));
	return account?.locale === 'id' || account?.locale === 'en' ? account.locale : undefined;
}

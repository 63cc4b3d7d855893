import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { accountCookie } from '#domain/people/account.ts';
import { preferredLocale, readPreferences } from '#domain/people/preferences.ts';
import { takeServices } from '../server/handoff.ts';
import { answerApi, isOfApi } from './routes/api/v1/answer-api.ts';

export const handle: Handle = async ({ event, resolve }) => {
	prepare(event);
	const recognise = () => recogniseSender(event);
	if (isOfApi(event.route.id ?? event.url.pathname) || isOfApi(event.url.pathname)) {
		return answerApi(event, { recognise, resolve: async () => resolve(event) });
	}
	await recognise();
	const { theme } = readPreferences((name) => event.cookies.get(name));
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%rapi.lang%', event.locals.locale).replace('%rapi.theme%', theme)
	});
};

/** SvelteKit would print a failure with its address, and with it what a link of an invitation opens. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'There is nothing at this address.' };
	const { services, requestId } = event.locals;
	services.noteFailure(error, event.url.pathname, requestId);
	return { message: 'Something failed here.' };
};

/** What is known of a request before anything is read. */
function prepare(event: RequestEvent): void {
	const services = takeServices();
	const { headers } = event.request;
	event.locals.services = services;
	event.locals.requestId = headers.get('x-request-id') ?? crypto.randomUUID();
	event.locals.device = {
		userAgent: headers.get('user-agent') ?? '',
		address: services.addressOf(event.getClientAddress(), headers.get('x-forwarded-for') ?? undefined)
	};
}

async function recogniseSender(event: RequestEvent): Promise<void> {
	const { headers } = event.request;
	event.locals.identity = await event.locals.services.identify({
		cookie: headers.get('cookie') ?? undefined,
		authorization: headers.get('authorization') ?? undefined
	});
	tellAccount(event);
	const { locale } = readPreferences((name) => event.cookies.get(name));
	event.locals.locale =
		locale ?? (await accountLocale(event)) ?? preferredLocale(headers.get('accept-language'));
}

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

import { redirect } from '@sveltejs/kit';
import { preferenceCookie } from '#domain/people/preferences.ts';
import { isLocale } from '$lib/i18n/locale.ts';
import { textIn } from '$lib/people/form.ts';
import { nextPath } from '$lib/people/next-path.ts';
import type { RequestHandler } from './$types';

const yearSeconds = 365 * 24 * 60 * 60;

/** Keeps the language of this device, for browsers that run no script. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
	const form = await request.formData();
	const locale = textIn(form, 'locale');
	if (isLocale(locale)) {
		const secure = locals.services.config.url?.startsWith('https:') ?? false;
		const attributes = { path: '/', maxAge: yearSeconds, sameSite: 'lax', httpOnly: false, secure } as const;
		cookies.set(preferenceCookie('locale'), locale, attributes);
	}
	redirect(303, nextPath(textIn(form, 'back')));
};

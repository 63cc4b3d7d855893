import { fail, redirect } from '@sveltejs/kit';
import { isPeopleRefusal } from '#domain/people/people-refusal.ts';
import { textIn } from '$lib/people/form.ts';
import { nextPath } from '$lib/people/next-path.ts';
import type { Actions, PageServerLoad } from './$types';

/** Before there is an owner nobody can sign in: they are told how the first account is made. */
export const load: PageServerLoad = async ({ locals, url }) => {
	if (await locals.services.people.setUp.isOpen()) redirect(303, '/welcome');
	if (locals.identity) redirect(303, nextPath(url.searchParams.get('next')));
};

export const actions: Actions = {
	async default({ request, locals, cookies, url }) {
		const form = await request.formData();
		const email = textIn(form, 'email');
		const input = { email, password: textIn(form, 'password') };
		const cookieHeader = request.headers.get('cookie') ?? undefined;
		const result = await locals.services.accounts.signIn(input, locals.device, cookieHeader);
		if (isPeopleRefusal(result)) {
			return fail(result.refused === 'too_many' ? 429 : 401, { email, refusal: result });
		}
		for (const { name, value, attributes } of result.cookies) cookies.set(name, value, attributes);
		redirect(303, nextPath(url.searchParams.get('next')));
	}
};

import { fail, redirect } from '@sveltejs/kit';
import { isPeopleRefusal } from '#domain/people/people-refusal.ts';
import { textIn } from '$lib/people/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const token = url.searchParams.get('token') ?? '';
	return { token, valid: await locals.services.people.setUp.accepts(token) };
};

export const actions: Actions = {
	async default({ request, locals, cookies }) {
		const form = await request.formData();
		const { people, accounts } = locals.services;
		const typed = {
			workspaceName: textIn(form, 'workspaceName'),
			name: textIn(form, 'name'),
			email: textIn(form, 'email'),
			sells: textIn(form, 'sells')
		};
		const done = await people.setUp.setUp({
			...typed,
			token: textIn(form, 'token'),
			password: textIn(form, 'password'),
			locale: locals.locale,
			timeZone: textIn(form, 'timeZone'),
			sells: typed.sells.trim() === '' ? [] : [typed.sells],
			channels: form.getAll('channels')
		});
		if (isPeopleRefusal(done)) return fail(422, { typed, refusal: done });
		const cookieHeader = request.headers.get('cookie') ?? undefined;
		const signedIn = await accounts.signInNew(done.accountId, locals.device, cookieHeader);
		for (const { name, value, attributes } of signedIn.cookies) cookies.set(name, value, attributes);
		redirect(303, `/start/process?w=${done.slug}`);
	}
};

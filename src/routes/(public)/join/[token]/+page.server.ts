import { fail, redirect } from '@sveltejs/kit';
import { isPeopleRefusal, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import { textIn } from '$lib/people/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { services, identity } = locals;
	const invitation = await services.people.acceptance.preview(params.token);
	const account = identity && (await services.accounts.find(identity.accountId));
	return { invitation, signedInAs: account?.email };
};

export const actions: Actions = {
	/** As somebody new: the account gets the invitation's e-mail. */
	async newcomer({ request, locals, params, cookies }) {
		const { services, device, locale } = locals;
		const form = await request.formData();
		const name = textIn(form, 'name');
		const input = { name, password: textIn(form, 'password'), locale };
		const accepted = await services.people.acceptance.joinAsNew(params.token, input);
		if (isPeopleRefusal(accepted)) return refused(accepted, name);
		const cookieHeader = request.headers.get('cookie') ?? undefined;
		const signedIn = await services.accounts.signInNew(accepted.accountId, device, cookieHeader);
		for (const { name, value, attributes } of signedIn.cookies) cookies.set(name, value, attributes);
		redirect(303, `/${accepted.slug}`);
	},

	/** With the account that is signed in. */
	async member({ locals, params }) {
		const { services, identity } = locals;
		if (!identity) redirect(303, `/signin?next=/join/${params.token}`);
		const accepted = await services.people.acceptance.joinSignedIn(params.token, identity);
		if (isPeopleRefusal(accepted)) return refused(accepted, '');
		redirect(303, `/${accepted.slug}`);
	}
};

function refused(refusal: PeopleRefusal, name: string) {
	return fail(refusal.refused === 'link_invalid' ? 404 : 422, { refusal, name });
}

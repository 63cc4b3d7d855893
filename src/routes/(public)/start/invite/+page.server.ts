import { error, fail, redirect } from '@sveltejs/kit';
import { isPeopleRefusal } from '#domain/people/people-refusal.ts';
import { textIn } from '$lib/people/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (!locals.identity) redirect(303, '/signin');
	return { workspace: url.searchParams.get('w') ?? '' };
};

export const actions: Actions = {
	async default({ request, locals, url }) {
		const { services, identity } = locals;
		const caller = identity && (await services.callerFor(identity, url.searchParams.get('w') ?? ''));
		if (!caller) error(404);
		const form = await request.formData();
		const email = textIn(form, 'email');
		const input = { email, role: textIn(form, 'role'), grants: [] };
		const invited = await services.people.invitations.invite(caller, input);
		if (isPeopleRefusal(invited)) return fail(422, { email, refusal: invited });
		const { link, mailed } = invited;
		return { email, made: { link, mailed } };
	}
};

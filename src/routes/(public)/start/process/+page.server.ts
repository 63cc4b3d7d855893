import { error, fail, redirect } from '@sveltejs/kit';
import { loadLanguage } from '$lib/i18n/language.ts';
import { textIn } from '$lib/people/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (!locals.identity) redirect(303, '/signin');
	return { workspace: url.searchParams.get('w') ?? '' };
};

export const actions: Actions = {
	async default({ request, locals, url }) {
		const { services, identity, locale } = locals;
		const workspace = url.searchParams.get('w') ?? '';
		const caller = identity && (await services.callerFor(identity, workspace));
		if (!caller) error(404);
		const { start } = (await loadLanguage(locale)).words.auth;
		const process = textIn(await request.formData(), 'process');
		const names = Object.entries(start.processes).find(([key]) => key === process)?.[1];
		if (!names) return fail(422, { none: true });
		const done = await services.people.starters.createFirst(caller, {
			process,
			locale,
			folderName: start.firstFolder,
			title: names.title
		});
		if (!done) return fail(409, { none: false });
		redirect(303, `/start/invite?w=${workspace}`);
	}
};

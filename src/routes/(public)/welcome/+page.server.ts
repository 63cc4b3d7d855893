import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Whoever has no way in yet: no owner at all, or an account in no workspace. */
export const load: PageServerLoad = async ({ locals }) => {
	const { services, identity } = locals;
	const noOwner = await services.people.setUp.isOpen();
	if (noOwner) return { noOwner, email: '' };
	if (!identity) redirect(303, '/signin');
	const [first] = await services.accounts.workspaces(identity);
	if (first) redirect(303, `/${first.slug}`);
	const account = await services.accounts.find(identity.accountId);
	return { noOwner, email: account?.email ?? '' };
};

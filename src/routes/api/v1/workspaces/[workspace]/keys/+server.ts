import { refusePeople } from '#domain/people/people-refusal.ts';
import { readJson } from '../../../answers.ts';
import { answerAsMember } from '../caller.ts';
import type { RequestHandler } from './$types';

/** The own keys that work. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsMember(locals, params.workspace, async (caller) => ({
		keys: await locals.services.keys.list(caller)
	}));

/**
 * Makes a key: {name, cap, endsAt}. The secret is in this answer and nowhere else. Only somebody
 * signed in may: a key that made keys would outlive its own end.
 */
export const POST: RequestHandler = async ({ params, locals, request }) => {
	const input = await readJson(request);
	const { identity, services } = locals;
	return answerAsMember(
		locals,
		params.workspace,
		async (caller) =>
			identity?.kind === 'session' ? services.keys.create(caller, input) : refusePeople('not_found'),
		201
	);
};

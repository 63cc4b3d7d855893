import { readJson } from '../../../answers.ts';
import { answerAsMember } from '../caller.ts';
import type { RequestHandler } from './$types';

/** The own keys that work. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsMember(locals, params.workspace, async (caller) => ({
		keys: await locals.services.keys.list(caller)
	}));

/** Makes a key: {name, cap, endsAt}. The secret is in this answer and nowhere else. */
export const POST: RequestHandler = async ({ params, locals, request }) => {
	const input = await readJson(request);
	const { keys } = locals.services;
	return answerAsMember(locals, params.workspace, (caller) => keys.create(caller, input), 201);
};

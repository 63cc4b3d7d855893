import { refusePeople } from '#domain/people/people-refusal.ts';
import { readJson } from '../../../answers.ts';
import { answerAsMember } from '../caller.ts';
import type { RequestHandler } from './$types';

/** The own calendar addresses that work. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsMember(locals, params.workspace, async (caller) => ({
		feeds: await locals.services.calendarFeeds.list(caller)
	}));

/** Makes a calendar address: {boardId}. Its secret is in this answer and nowhere else. */
export const POST: RequestHandler = async ({ params, locals, request }) => {
	const input = await readJson(request);
	const { identity, services } = locals;
	return answerAsMember(
		locals,
		params.workspace,
		async (caller) =>
			identity?.kind === 'session' ? services.calendarFeeds.create(caller, input) : refusePeople('not_found'),
		201
	);
};

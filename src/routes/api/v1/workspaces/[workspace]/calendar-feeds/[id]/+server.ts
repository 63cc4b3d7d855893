import { answerAsMember } from '../../caller.ts';
import type { RequestHandler } from './$types';

/** Ends one of the own calendar addresses. */
export const DELETE: RequestHandler = ({ params, locals }) =>
	answerAsMember(
		locals,
		params.workspace,
		async (caller) => (await locals.services.calendarFeeds.revoke(caller, params.id)) ?? {}
	);

import { answerAsMember } from '../../../caller.ts';
import type { RequestHandler } from './$types';

/** Gives an invitation a new link and another 72 hours. */
export const POST: RequestHandler = ({ params, locals }) =>
	answerAsMember(locals, params.workspace, (caller) =>
		locals.services.people.invitations.resend(caller, params.id)
	);

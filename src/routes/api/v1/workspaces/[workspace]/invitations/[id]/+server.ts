import { answerAsMember } from '../../caller.ts';
import type { RequestHandler } from './$types';

/** Takes an invitation back; its link stops working. */
export const DELETE: RequestHandler = ({ params, locals }) =>
	answerAsMember(
		locals,
		params.workspace,
		async (caller) => (await locals.services.people.invitations.revoke(caller, params.id)) ?? {}
	);

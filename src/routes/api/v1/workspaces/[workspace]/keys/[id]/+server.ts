import { answerAsMember } from '../../caller.ts';
import type { RequestHandler } from './$types';

/** Ends one of the own keys. */
export const DELETE: RequestHandler = ({ params, locals }) =>
	answerAsMember(
		locals,
		params.workspace,
		async (caller) => (await locals.services.keys.revoke(caller, params.id)) ?? {}
	);

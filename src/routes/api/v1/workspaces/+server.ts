import { answer, answerSignedOut } from '../answers.ts';
import type { RequestHandler } from './$types';

/** The workspaces in which the caller is an active member. */
export const GET: RequestHandler = async ({ locals }) => {
	const { services, identity } = locals;
	if (!identity) return answerSignedOut(locals);
	return answer({ ok: true, workspaces: await services.accounts.workspaces(identity) });
};

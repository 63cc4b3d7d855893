import { answer, answerSignedOut } from '../answers.ts';
import type { RequestHandler } from './$types';

/** The workspaces in which the caller is an active member, and which account that is. */
export const GET: RequestHandler = async ({ locals }) => {
	const { services, identity } = locals;
	if (!identity) return answerSignedOut(locals);
	const workspaces = await services.accounts.workspaces(identity);
	return answer({ ok: true, accountId: identity.accountId, workspaces });
};

import { answer, answerRefusal, answerSignedOut, readJson } from '../../answers.ts';
import type { RequestHandler } from './$types';

/** Changes the own password: {current, next}. Every other session ends. */
export const PUT: RequestHandler = async ({ request, locals }) => {
	const { services, identity } = locals;
	if (!identity) return answerSignedOut(locals);
	const refusal = await services.accounts.changePassword(identity, await readJson(request));
	return refusal ? answerRefusal(locals, refusal) : answer({ ok: true });
};

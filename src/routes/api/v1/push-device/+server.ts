import { answer, answerRefusal, answerSignedOut } from '../answers.ts';
import { readBody } from '../w/[workspace]/answer-as-actor.ts';
import type { RequestHandler } from './$types';

/** The key of this Rapi that a browser signs up for pushes with. */
export const GET: RequestHandler = async ({ locals }) => {
	if (locals.identity?.kind !== 'session') return answerSignedOut(locals);
	return answer({ ok: true, publicKey: await locals.services.pushes.devices.publicKey() });
};

/** The browser that asks has another address at its push service, in every workspace. */
export const PUT: RequestHandler = async ({ locals, request }) => {
	const { identity, services } = locals;
	if (identity?.kind !== 'session') return answerSignedOut(locals);
	const body = await readBody(locals, request);
	if (body instanceof Response) return body;
	const refusal = await services.pushes.devices.move(identity.sessionId, body.value);
	return refusal ? answerRefusal(locals, refusal) : answer({ ok: true });
};

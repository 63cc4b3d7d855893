import { refusePeople } from '#domain/people/people-refusal.ts';
import { answer, answerRefusal, answerSignedOut } from '../../answers.ts';
import type { RequestHandler } from './$types';

/** Ends one of the own sessions; `current` is the one that asks. */
export const DELETE: RequestHandler = async ({ params, locals, cookies }) => {
	const { services, identity } = locals;
	if (identity?.kind !== 'session') return answerSignedOut(locals);
	const id = params.id === 'current' ? identity.sessionId : params.id;
	const ended = await services.sessions.end(identity.accountId, id);
	if (!ended) return answerRefusal(locals, refusePeople('not_found', 'id'));
	if (id === identity.sessionId) {
		for (const { name, value, attributes } of services.sessions.blankCookies())
			cookies.set(name, value, attributes);
	}
	return answer({ ok: true });
};

import { isPeopleRefusal } from '#domain/people/people-refusal.ts';
import { answer, answerRefusal, answerSignedOut, readJson } from '../answers.ts';
import type { RequestHandler } from './$types';

/** Signs in: {email, password}. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
	const input = await readJson(request);
	const cookieHeader = request.headers.get('cookie') ?? undefined;
	const result = await locals.services.accounts.signIn(input, locals.device, cookieHeader);
	if (isPeopleRefusal(result)) return answerRefusal(locals, result);
	for (const { name, value, attributes } of result.cookies) cookies.set(name, value, attributes);
	return answer({ ok: true, id: result.sessionId }, 201);
};

/** The own sessions; `current` marks the one that asks. */
export const GET: RequestHandler = async ({ locals }) => {
	const { services, identity } = locals;
	if (identity?.kind !== 'session') return answerSignedOut(locals);
	const sessions = await services.sessions.list(identity.accountId);
	return answer({
		ok: true,
		sessions: sessions.map((session) => ({ ...session, current: session.id === identity.sessionId }))
	});
};

/** Signs out everywhere, here too. */
export const DELETE: RequestHandler = async ({ locals, cookies }) => {
	const { services, identity } = locals;
	if (identity?.kind !== 'session') return answerSignedOut(locals);
	await services.sessions.endAll(identity.accountId);
	for (const { name, value, attributes } of services.sessions.blankCookies())
		cookies.set(name, value, attributes);
	return answer({ ok: true });
};

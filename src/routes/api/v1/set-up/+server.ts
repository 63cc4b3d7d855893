import { isPeopleRefusal } from '#domain/people/people-refusal.ts';
import { answer, answerRefusal, readJson } from '../answers.ts';
import type { RequestHandler } from './$types';

/** Makes the first workspace and its owner, and signs the owner in. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
	const { people, accounts } = locals.services;
	const done = await people.setUp.setUp(await readJson(request));
	if (isPeopleRefusal(done)) return answerRefusal(locals, done);
	const cookieHeader = request.headers.get('cookie') ?? undefined;
	const signedIn = await accounts.signInNew(done.accountId, locals.device, cookieHeader);
	for (const { name, value, attributes } of signedIn.cookies) cookies.set(name, value, attributes);
	return answer({ ok: true, ...done }, 201);
};

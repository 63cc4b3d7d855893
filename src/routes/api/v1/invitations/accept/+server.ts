import * as v from 'valibot';
import { parse } from '#domain/kernel/schema.ts';
import { isPeopleRefusal, refusePeople } from '#domain/people/people-refusal.ts';
import { answer, answerRefusal, readJson } from '../../answers.ts';
import type { RequestHandler } from './$types';

const tokenSchema = v.looseObject({ token: v.pipe(v.string(), v.maxLength(100)) });

/** Joins by an invitation: {token} as the signed-in account, or {token, name, password, locale} as a new one. */
export const POST: RequestHandler = async ({ request, locals, cookies }) => {
	const { services, identity, device } = locals;
	const parsed = parse(tokenSchema, await readJson(request));
	if (!parsed.ok) return answerRefusal(locals, refusePeople('invalid', parsed.field));
	const { token, ...newcomer } = parsed.value;
	const { acceptance } = services.people;
	const accepted = identity
		? await acceptance.joinSignedIn(token, identity)
		: await acceptance.joinAsNew(token, newcomer);
	if (isPeopleRefusal(accepted)) return answerRefusal(locals, accepted);
	if (!identity) {
		const signedIn = await services.accounts.signInNew(accepted.accountId, device);
		for (const { name, value, attributes } of signedIn.cookies) cookies.set(name, value, attributes);
	}
	return answer({ ok: true, ...accepted }, 201);
};

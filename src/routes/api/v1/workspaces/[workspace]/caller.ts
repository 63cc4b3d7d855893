import { isPeopleRefusal, refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Caller } from '../../../../../../server/records/command-runner.ts';
import { answer, answerRefusal, answerSignedOut } from '../../answers.ts';

/** Runs a use case as the member that the request's sender is in a workspace, and answers its result. */
export async function answerAsMember<T extends object>(
	locals: App.Locals,
	workspace: string,
	job: (caller: Caller) => Promise<T | PeopleRefusal>,
	status = 200
): Promise<Response> {
	const { services, identity } = locals;
	if (!identity) return answerSignedOut(locals);
	const caller = await services.callerFor(identity, workspace);
	const result = caller ? await job(caller) : refusePeople('not_found');
	if (isPeopleRefusal(result)) return answerRefusal(locals, result);
	return answer({ ok: true, ...result }, status);
}

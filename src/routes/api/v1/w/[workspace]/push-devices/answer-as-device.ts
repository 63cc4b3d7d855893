import { isPeopleRefusal, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Caller } from '../../../../../../../server/records/command-runner.ts';
import { answer, answerRefusal } from '../../../answers.ts';
import { answerAsActor, answerRefused, nothingHere } from '../answer-as-actor.ts';

/**
 * Runs something about the devices that get notices as somebody who is signed in by a browser: a
 * program with a key has no device. The job answers its result, or a whole response.
 */
export function answerAsDevice<T extends object>(
	locals: App.Locals,
	workspace: string,
	job: (caller: Caller, sessionId: string) => Promise<T | PeopleRefusal | Response>,
	status = 200
): Promise<Response> {
	return answerAsActor(locals, workspace, async (_actor, caller) => {
		if (locals.identity?.kind !== 'session') return answerRefused(locals, nothingHere);
		const result = await job(caller, locals.identity.sessionId);
		if (result instanceof Response) return result;
		return isPeopleRefusal(result) ? answerRefusal(locals, result) : answer({ ok: true, ...result }, status);
	});
}

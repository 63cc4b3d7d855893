import { answer } from '../../../../answers.ts';
import { answerAsActor, answerRefused, nothingHere } from '../../answer-as-actor.ts';
import type { RequestHandler } from './$types';

/** The facts of one page, and the caller's level on it. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsActor(locals, params.workspace, async (actor) => {
		const found = await locals.services.finders.page(actor, params.id);
		return found ? answer({ ok: true, ...found }) : answerRefused(locals, nothingHere);
	});

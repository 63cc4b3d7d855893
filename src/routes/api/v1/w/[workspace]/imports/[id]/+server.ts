import { answer } from '../../../../answers.ts';
import { answerAsActor, answerRefused, nothingHere } from '../../answer-as-actor.ts';
import type { RequestHandler } from './$types';

/** How far an import of the caller is; with its report at the end. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsActor(locals, params.workspace, (_actor, caller) => {
		const status = locals.services.imports.find(caller, params.id);
		return Promise.resolve(status ? answer({ ok: true, ...status }) : answerRefused(locals, nothingHere));
	});

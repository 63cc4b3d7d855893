import { answerList } from '../answer-as-actor.ts';
import type { RequestHandler } from './$types';

/** The pages that the caller may see, in order of id; `?folder=` for those of one folder. */
export const GET: RequestHandler = ({ params, url, locals }) =>
	answerList(locals, params.workspace, url, (actor, part, folder) =>
		locals.services.lists.pages(actor, part, folder)
	);

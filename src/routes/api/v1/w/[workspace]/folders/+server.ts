import { answerList } from '../answer-as-actor.ts';
import type { RequestHandler } from './$types';

/** The folders that the caller may see, in order of id. */
export const GET: RequestHandler = ({ params, url, locals }) =>
	answerList(locals, params.workspace, url, (actor, part) => locals.services.lists.folders(actor, part));

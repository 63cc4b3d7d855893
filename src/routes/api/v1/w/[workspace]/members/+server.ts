import { answerList } from '../answer-as-actor.ts';
import type { RequestHandler } from './$types';

/** The members that the caller may know, in order of id. */
export const GET: RequestHandler = ({ params, url, locals }) =>
	answerList(locals, params.workspace, url, (actor, part) => locals.services.lists.members(actor, part));

import type { NounName } from '#domain/records/nouns.ts';
import { answerList } from '../answer-as-actor.ts';
import type { RequestHandler } from './$types';

/** The boards, tasks, comments… that the caller may see, in order of id; `?folder=` for those of one folder. */
export const GET: RequestHandler = ({ params, url, locals }) =>
	answerList(locals, params.workspace, url, (actor, part, folder) =>
		// The address is matched by src/params/listed.ts.
		locals.services.lists.rows(actor, params.noun as NounName, part, folder)
	);

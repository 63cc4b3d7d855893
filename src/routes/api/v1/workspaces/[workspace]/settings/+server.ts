import { readJson } from '../../../answers.ts';
import { answerAsMember } from '../caller.ts';
import type { RequestHandler } from './$types';

/** What the workspace is called, and its time zone; for those who may configure it. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsMember(locals, params.workspace, (caller) => locals.services.workspaceSettings.read(caller));

/** Replaces both: {name, timeZone}. */
export const PUT: RequestHandler = async ({ params, locals, request }) => {
	const input = await readJson(request);
	return answerAsMember(locals, params.workspace, (caller) =>
		locals.services.workspaceSettings.write(caller, input)
	);
};

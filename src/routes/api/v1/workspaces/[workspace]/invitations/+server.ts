import { isPeopleRefusal } from '#domain/people/people-refusal.ts';
import { readJson } from '../../../answers.ts';
import { answerAsMember } from '../caller.ts';
import type { RequestHandler } from './$types';

/** The open invitations, for those who may invite. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsMember(locals, params.workspace, async (caller) => {
		const listed = await locals.services.people.invitations.list(caller);
		return isPeopleRefusal(listed) ? listed : { invitations: listed };
	});

/** Invites: {email, role, grants}. The link is in this answer and nowhere else. */
export const POST: RequestHandler = async ({ params, locals, request }) => {
	const input = await readJson(request);
	const { invitations } = locals.services.people;
	return answerAsMember(locals, params.workspace, (caller) => invitations.invite(caller, input), 201);
};

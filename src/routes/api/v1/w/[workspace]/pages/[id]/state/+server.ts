import { answer, answerSignedOut } from '../../../../../answers.ts';
import type { RequestHandler } from './$types';

/** A page's text as one Yjs update, for devices that keep it and for programs. */
export const GET: RequestHandler = async ({ params, request, locals }) => {
	const { identity, services, requestId } = locals;
	if (!identity) return answerSignedOut(locals);
	const caller = await services.callerFor(identity, params.workspace);
	const actor = caller && (await services.finders.actor(caller));
	const found = actor && (await services.pages.readState(actor, params.id));
	if (!found) {
		const message = 'It does not exist, or it is not for you.';
		return answer({ ok: false, code: 'not_found', message, requestId }, 404);
	}
	const headers = {
		'Content-Type': 'application/octet-stream',
		'Cache-Control': 'private, no-cache',
		ETag: `"${found.seq}"`
	};
	if (request.headers.get('if-none-match') === headers.ETag)
		return new Response(null, { status: 304, headers });
	return new Response(new Uint8Array(found.state), { headers });
};

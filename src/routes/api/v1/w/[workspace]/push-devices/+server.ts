import { readBody } from '../answer-as-actor.ts';
import { answerAsDevice } from './answer-as-device.ts';
import type { RequestHandler } from './$types';

/** The own browsers that get notices. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsDevice(locals, params.workspace, async (caller, sessionId) => ({
		devices: await locals.services.pushes.devices.list(caller, sessionId)
	}));

/** Signs the browser that asks up: the JSON of its `PushSubscription`. */
export const POST: RequestHandler = ({ params, locals, request }) =>
	answerAsDevice(
		locals,
		params.workspace,
		async (caller, sessionId) => {
			const body = await readBody(locals, request);
			return body instanceof Response
				? body
				: locals.services.pushes.devices.add(caller, sessionId, body.value);
		},
		201
	);

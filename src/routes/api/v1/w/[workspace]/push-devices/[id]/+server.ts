import { answerAsDevice } from '../answer-as-device.ts';
import type { RequestHandler } from './$types';

/** Ends the notices on one of the own browsers. */
export const DELETE: RequestHandler = ({ params, locals }) =>
	answerAsDevice(
		locals,
		params.workspace,
		async (caller) => (await locals.services.pushes.devices.remove(caller, params.id)) ?? {}
	);

import { answerAsDevice } from '../../answer-as-device.ts';
import type { RequestHandler } from './$types';

/** Sends one notice to one of the own browsers, to see whether it comes. */
export const POST: RequestHandler = ({ params, locals }) =>
	answerAsDevice(locals, params.workspace, (caller) => locals.services.pushes.devices.try(caller, params.id));

import type { Handle } from '@sveltejs/kit';
import { takeServices } from '../server/handoff.ts';

export const handle: Handle = ({ event, resolve }) => {
	event.locals.services = takeServices();
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%rapi.lang%', 'id').replace('%rapi.theme%', 'system')
	});
};

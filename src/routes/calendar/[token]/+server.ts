import type { RequestHandler } from './$types';

/** Due tasks for a calendar program; the secret address is all that it needs, and may be ended any time. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const text = await locals.services.calendarFeeds.read(params.token.replace(/\.ics$/, ''));
	const headers = {
		'Cache-Control': 'no-store',
		'X-Robots-Tag': 'noindex',
		'Referrer-Policy': 'no-referrer'
	};
	if (text === undefined) return new Response('', { status: 404, headers });
	return new Response(text, { headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' } });
};

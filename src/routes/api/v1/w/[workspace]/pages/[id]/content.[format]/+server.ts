import { answerRefusal, answerSignedOut } from '../../../../../answers.ts';
import { refusePeople } from '#domain/people/people-refusal.ts';
import type { RequestHandler } from './$types';

/** A page's text as Markdown, HTML or JSON. A browser never shows it as a page of Rapi. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const { services, identity } = locals;
	if (!identity) return answerSignedOut(locals);
	const caller = await services.callerFor(identity, params.workspace);
	const content = caller && (await services.readPageContent(caller, params.id, params.format));
	if (!content) return answerRefusal(locals, refusePeople('not_found'));
	const headers = {
		'Content-Type': content.type,
		'Content-Disposition': `attachment; filename="page.${params.format}"`,
		'Cache-Control': 'no-store'
	};
	return new Response(content.body, { headers });
};

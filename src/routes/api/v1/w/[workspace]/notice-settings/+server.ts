import { atLeast } from '#domain/access/level.ts';
import { parse } from '#domain/kernel/schema.ts';
import { noticeSettingsSchema } from '#domain/notices/notice-settings.ts';
import { answer } from '../../../answers.ts';
import { answerAsActor, answerRefused, nothingHere, readBody } from '../answer-as-actor.ts';
import type { RequestHandler } from './$types';

/** How the caller wants to be told. */
export const GET: RequestHandler = ({ params, locals }) =>
	answerAsActor(locals, params.workspace, async ({ memberId }) =>
		answer({ ok: true, settings: await locals.services.noticeSettings.read(memberId) })
	);

/** Replaces the caller's own settings; a way of signing in that may only look changes nothing. */
export const PUT: RequestHandler = ({ params, locals, request }) =>
	answerAsActor(locals, params.workspace, async ({ memberId, cap }) => {
		if (!atLeast(cap, 'comment')) return answerRefused(locals, nothingHere);
		const body = await readBody(locals, request);
		if (body instanceof Response) return body;
		const parsed = parse(noticeSettingsSchema, body.value);
		if (!parsed.ok) return answerRefused(locals, { refused: 'invalid', field: parsed.field });
		await locals.services.noticeSettings.write(memberId, parsed.value);
		return answer({ ok: true, settings: parsed.value });
	});

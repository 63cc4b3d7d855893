import * as v from 'valibot';
import { idSchema, parse } from '#domain/kernel/schema.ts';
import { nounNames } from '#domain/records/nouns.ts';
import { answer } from '../../../answers.ts';
import { answerAsActor, answerRefused } from '../answer-as-actor.ts';
import type { RequestHandler } from './$types';

const numberSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));
const querySchema = v.object({
	task: v.optional(idSchema),
	board: v.optional(idSchema),
	folder: v.optional(idSchema),
	person: v.optional(idSchema),
	noun: v.optional(v.picklist(nounNames)),
	from: v.optional(numberSchema),
	until: v.optional(numberSchema),
	before: v.optional(numberSchema),
	limit: v.optional(
		v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(200)),
		'50'
	)
});

/**
 * Who did what in what the caller may see, the newest first; `?task=`, `?board=` or `?folder=` for
 * one of them, `?person=`, `?noun=`, `?from=` and `?until=` (milliseconds) for a part of it.
 */
export const GET: RequestHandler = ({ params, url, locals }) =>
	answerAsActor(locals, params.workspace, async (actor) => {
		const query = parse(querySchema, Object.fromEntries(url.searchParams));
		if (!query.ok) return answerRefused(locals, { refused: 'invalid', field: query.field });
		return answer({ ok: true, ...(await locals.services.activity.read(actor, query.value)) });
	});

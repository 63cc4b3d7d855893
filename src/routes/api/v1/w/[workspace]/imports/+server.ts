import * as v from 'valibot';
import { idSchema, parse } from '#domain/kernel/schema.ts';
import type { ImportStartRefusal } from '../../../../../../../server/import/imports.ts';
import { answer, answerError } from '../../../answers.ts';
import { answerAsActor, answerRefused } from '../answer-as-actor.ts';
import type { RequestHandler } from './$types';

const refusals: Record<ImportStartRefusal, readonly [number, string]> = {
	not_found: [404, 'It does not exist, or it is not for you.'],
	too_large: [413, 'A zip has at most 50 MB.'],
	unsupported: [422, 'This is no zip file.'],
	busy: [409, 'An import of yours is still running. Wait for its end.']
};

const folderSchema = v.union([
	v.pipe(
		v.literal(''),
		v.transform(() => null)
	),
	idSchema
]);

/** Takes in a zip of Markdown as the body, for `?folder=` or the root, and imports it beside the requests. */
export const POST: RequestHandler = ({ params, url, request, locals }) =>
	answerAsActor(locals, params.workspace, async (_actor, caller) => {
		const folder = parse(folderSchema, url.searchParams.get('folder') ?? '');
		if (!folder.ok) return answerRefused(locals, { refused: 'invalid', field: 'folder' });
		const body = request.body ?? new ReadableStream<Uint8Array>({ start: (empty) => empty.close() });
		const begun = await locals.services.imports.begin(caller, folder.value, body);
		if (typeof begun !== 'string') return answer({ ok: true, ...begun }, 202);
		const [status, message] = refusals[begun];
		return answerError(locals, status, { code: begun, message });
	});

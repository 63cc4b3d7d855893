import * as v from 'valibot';
import { idSchema, parse } from '#domain/kernel/schema.ts';
import type { ImportStartRefusal } from '../../../../../../../server/import/imports.ts';
import { answer, answerError } from '../../../answers.ts';
import { answerAsActor, answerRefused } from '../answer-as-actor.ts';
import type { RequestHandler } from './$types';

const refusals: Record<ImportStartRefusal, readonly [number, string]> = {
	not_found: [404, 'It does not exist, or it is not for you.'],
	too_large: [413, 'A zip has at most 50 MB, the file of a Trello board 8 MB.'],
	unsupported: [422, 'This is no zip file, or with kind=trello no Trello board.'],
	broken: [422, 'This is no JSON, or a damaged one.'],
	too_many: [422, 'A Trello board has at most 500 lists, 5,000 cards and 50,000 actions.'],
	busy: [409, 'An import of yours is still running. Wait for its end.']
};

const folderSchema = v.union([
	v.pipe(
		v.literal(''),
		v.transform(() => null)
	),
	idSchema
]);

const kindSchema = v.picklist(['markdown', 'trello']);

/**
 * Takes in a zip of Markdown as the body, for `?folder=` or the root, and imports it beside the
 * requests; with `?kind=trello` the JSON of a Trello board, for a folder.
 */
export const POST: RequestHandler = ({ params, url, request, locals }) =>
	answerAsActor(locals, params.workspace, async (_actor, caller) => {
		const folder = parse(folderSchema, url.searchParams.get('folder') ?? '');
		if (!folder.ok) return answerRefused(locals, { refused: 'invalid', field: 'folder' });
		const kind = parse(kindSchema, url.searchParams.get('kind') ?? 'markdown');
		if (!kind.ok) return answerRefused(locals, { refused: 'invalid', field: 'kind' });
		const isTrello = kind.value === 'trello';
		// A board stands in a folder, never at the root.
		if (isTrello && folder.value === null)
			return answerRefused(locals, { refused: 'invalid', field: 'folder' });
		const body = request.body ?? new ReadableStream<Uint8Array>({ start: (empty) => empty.close() });
		const { imports } = locals.services;
		const begun = await (isTrello && folder.value !== null
			? imports.beginTrello(caller, folder.value, body)
			: imports.begin(caller, folder.value, body));
		if (typeof begun !== 'string') return answer({ ok: true, ...begun }, 202);
		const [status, message] = refusals[begun];
		return answerError(locals, status, { code: begun, message });
	});

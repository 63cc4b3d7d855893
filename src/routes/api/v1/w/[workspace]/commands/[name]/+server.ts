import * as v from 'valibot';
import { parse } from '#domain/kernel/schema.ts';
import { isCommandName } from '#domain/commands/commands.ts';
import { answer } from '../../../../answers.ts';
import { answerAsActor, answerRefused, nothingHere, readBody } from '../../answer-as-actor.ts';
import type { RequestHandler } from './$types';

const headersSchema = v.object({
	'Idempotency-Key': v.nullable(v.pipe(v.string(), v.uuid())),
	'If-Match': v.nullable(v.pipe(v.string(), v.regex(/^"?\d{1,15}"?$/)))
});

/**
 * Carries out one command with its input as the body. `Idempotency-Key` is the command's id: sent
 * again, the answer is the same and nothing happens twice. `If-Match` names the version that the
 * subject must still have.
 */
export const POST: RequestHandler = ({ params, request, locals }) =>
	answerAsActor(locals, params.workspace, async (_actor, caller) => {
		if (!isCommandName(params.name)) return answerRefused(locals, nothingHere);
		const headers = parse(headersSchema, {
			'Idempotency-Key': request.headers.get('idempotency-key'),
			'If-Match': request.headers.get('if-match')
		});
		if (!headers.ok) return answerRefused(locals, { refused: 'invalid', field: headers.field });
		const body = await readBody(locals, request);
		if (body instanceof Response) return body;
		const match = headers.value['If-Match']?.replaceAll('"', '');
		const outcome = await locals.services.commands.execute(caller, {
			id: headers.value['Idempotency-Key'] ?? crypto.randomUUID(),
			name: params.name,
			input: body.value,
			ifVersion: match === undefined ? undefined : Number(match)
		});
		return outcome.ok ? answer(outcome) : answerRefused(locals, outcome.refusal);
	});

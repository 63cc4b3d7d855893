import * as v from 'valibot';
import type { Actor } from '#domain/access/can.ts';
import { parseJson } from '#domain/kernel/json.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { parse } from '#domain/kernel/schema.ts';
import type { Listed, ListPart } from '../../../../../../server/access/record-lists.ts';
import type { Caller } from '../../../../../../server/records/command-runner.ts';
import { answer, answerError, answerSignedOut } from '../../answers.ts';
import { refusalAnswers } from '../../refusals.ts';

/** Largest body of a command, in bytes: a page's first update as base64, and room around it. */
const bodyBytes = 512 * 1024;

/** A refusal of a command as an answer. */
export function answerRefused(locals: App.Locals, { refused, field, version }: Refusal): Response {
	const [status, message] = refusalAnswers[refused];
	return answerError(locals, status, { code: refused, message, field, version });
}

export const nothingHere: Refusal = { refused: 'not_found' };

/** Runs a read or a command as the caller of one workspace. */
export async function answerAsActor(
	locals: App.Locals,
	workspace: string,
	job: (actor: Actor, caller: Caller) => Promise<Response>
): Promise<Response> {
	const { services, identity } = locals;
	if (!identity) return answerSignedOut(locals);
	const caller = await services.callerFor(identity, workspace);
	const actor = caller && (await services.finders.actor(caller));
	return caller && actor ? job(actor, caller) : answerRefused(locals, nothingHere);
}

const partSchema = v.object({
	cursor: v.optional(v.pipe(v.string(), v.uuid()), '00000000-0000-0000-0000-000000000000'),
	limit: v.optional(
		v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number), v.minValue(1), v.maxValue(200)),
		'100'
	),
	folder: v.optional(v.pipe(v.string(), v.uuid()))
});

/** Answers one part of a list: `?limit=` (to 200) and `?cursor=`, the `next` of the part before. */
export function answerList<T>(
	locals: App.Locals,
	workspace: string,
	url: URL,
	read: (actor: Actor, part: ListPart, folder?: string) => Promise<Listed<T>>
): Promise<Response> {
	return answerAsActor(locals, workspace, async (actor) => {
		const query = parse(partSchema, Object.fromEntries(url.searchParams));
		if (!query.ok) return answerRefused(locals, { refused: 'invalid', field: query.field });
		const { cursor, limit, folder } = query.value;
		return answer({ ok: true, ...(await read(actor, { after: cursor, limit }, folder)) });
	});
}

/** The body as JSON, or the answer that says why not. */
export async function readBody(locals: App.Locals, request: Request): Promise<{ value: unknown } | Response> {
	const text = await readText(request);
	if (text === undefined) {
		const message = 'This request is too large: at most 512 kB.';
		return answerError(locals, 413, { code: 'too_large', message });
	}
	const json = parseJson(text === '' ? '{}' : text);
	return json.ok ? { value: json.value } : answerRefused(locals, { refused: 'invalid', field: '' });
}

/** Reads at most `bodyBytes`; undefined when there is more. */
async function readText(request: Request): Promise<string | undefined> {
	if (Number(request.headers.get('content-length') ?? 0) > bodyBytes) return undefined;
	const decoder = new TextDecoder();
	let [bytes, text] = [0, ''];
	for await (const chunk of request.body ?? []) {
		bytes += chunk.byteLength;
		if (bytes > bodyBytes) return undefined;
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

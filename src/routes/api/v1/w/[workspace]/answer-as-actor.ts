import * as v from 'valibot';
import type { Actor } from '#domain/access/can.ts';
import { parseJson } from '#domain/kernel/json.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { parse } from '#domain/kernel/schema.ts';
import type { ApiError } from '../../../../../../server/http/api-error.ts';
import type { Listed, ListPart } from '../../../../../../server/access/record-lists.ts';
import type { Caller } from '../../../../../../server/records/command-runner.ts';
import { answer, answerSignedOut } from '../../answers.ts';
import { refusalAnswers } from '../../refusals.ts';

/** Largest body of a command, in bytes: a page's first update as base64, and room around it. */
const bodyBytes = 512 * 1024;

interface Errors {
	code: string;
	message: string;
	field?: string | undefined;
	version?: number | undefined;
}

/** The one error shape of the API. */
export function answerError(
	{ requestId }: App.Locals,
	status: number,
	{ code, message, field, version }: Errors,
	headers: Record<string, string> = {}
): Response {
	const named = { ...(field !== undefined && { field }), ...(version !== undefined && { version }) };
	const error: ApiError = { ok: false, code, message, requestId, ...named };
	return Response.json(error, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
}

/** A refusal of a command as an answer. */
export function answerRefused(locals: App.Locals, { refused, field, version }: Refusal): Response {
	const [status, message] = refusalAnswers[refused];
	return answerError(locals, status, { code: refused, message, field, version });
}

export const nothingHere: Refusal = { refused: 'not_found' };

/** Runs a read or a command as the caller of one workspace, within the caller's rate. */
export async function answerAsActor(
	locals: App.Locals,
	workspace: string,
	job: (actor: Actor, caller: Caller) => Promise<Response>
): Promise<Response> {
	const { services, identity } = locals;
	if (!identity) return answerSignedOut(locals);
	const wait = services.apiLimits.take(identity.accountId);
	if (wait !== undefined) return answerTooMany(locals, wait);
	const caller = await services.callerFor(identity, workspace);
	const actor = caller && (await services.finders.actor(caller));
	return caller && actor ? job(actor, caller) : answerRefused(locals, nothingHere);
}

function answerTooMany(locals: App.Locals, wait: number): Response {
	const message = 'Too many requests. Wait, then go on more slowly.';
	return answerError(locals, 429, { code: 'too_many', message }, { 'Retry-After': String(wait) });
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

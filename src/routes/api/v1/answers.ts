import type { ApiError } from '../../../../server/http/api-error.ts';
import type { PeopleRefusal, PeopleRefusalCode } from '#domain/people/people-refusal.ts';

/** The sentence and status of each refusal, for programs; people read the catalogues' words. */
const answers: Record<PeopleRefusalCode, readonly [number, string]> = {
	invalid: [422, 'A field of this request cannot be read.'],
	not_found: [404, 'It does not exist, or it is not for you.'],
	wrong_credentials: [401, 'The e-mail or the password is wrong.'],
	wrong_password: [422, 'The present password is wrong.'],
	too_many: [429, 'Too many tries. Wait, then try again.'],
	password_short: [422, 'A password needs at least 12 characters.'],
	password_long: [422, 'A password has at most 128 characters.'],
	password_common: [422, 'This password is easy to guess. Choose another one.'],
	link_invalid: [404, 'This link was used, has expired or never existed.'],
	sign_in_first: [409, 'There is an account with this e-mail. Sign in, then accept.'],
	already_member: [409, 'This person is a member already.'],
	outsider_level: [422, 'A vendor cannot manage a folder.'],
	end_date_required: [422, 'Somebody from outside needs an end date.']
};

const privately = { 'Cache-Control': 'no-store' };

/** A JSON answer that no cache keeps. */
export function answer(value: unknown, status = 200): Response {
	return Response.json(value, { status, headers: privately });
}

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
	return Response.json(error, { status, headers: { ...privately, ...headers } });
}

/** The one error shape of the API for a refusal about people. */
export function answerRefusal({ requestId }: App.Locals, refusal: PeopleRefusal): Response {
	const [status, message] = answers[refusal.refused];
	const { refused: code, field, retryAfter } = refusal;
	const error: ApiError = { ok: false, code, message, requestId, ...(field !== undefined && { field }) };
	const headers = { ...privately, ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }) };
	return Response.json(error, { status, headers });
}

/** What somebody gets who is not signed in. */
export function answerSignedOut({ requestId }: App.Locals): Response {
	const message = 'Sign in first, or send an API key.';
	const error: ApiError = { ok: false, code: 'signed_out', message, requestId };
	return Response.json(error, { status: 401, headers: privately });
}

/** The body as JSON; undefined when it is none, which every schema refuses. */
export async function readJson(request: Request): Promise<unknown> {
	try {
		return (await request.json()) as unknown;
	} catch {
		return undefined;
	}
}

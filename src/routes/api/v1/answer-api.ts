import type { RequestEvent } from '@sveltejs/kit';
import { answerError } from './answers.ts';

/** Addresses that programs and the app's own code ask; every error there has the API's shape. */
const prefixes = ['/api/', '/images/'] as const;

/** Whether an address, or the id of a route, belongs to the API or to the images. */
export function isOfApi(path: string): boolean {
	return prefixes.some((prefix) => path.startsWith(prefix));
}

/** What the server's hook does with a request, in two steps. */
export interface Steps {
	/** Finds out who asks. */
	recognise: () => Promise<void>;
	/** Lets the route answer. */
	resolve: () => Promise<Response>;
}

/** Answers a request to the API: within its sender's rate, and in the one error shape whatever fails. */
export async function answerApi(event: RequestEvent, { recognise, resolve }: Steps): Promise<Response> {
	const { locals, route, url } = event;
	try {
		await recognise();
		const wait = locals.services.apiLimits.take(senderOf(event));
		if (wait !== undefined) return answerTooMany(locals, wait);
		if (route.id === null || !isOfApi(route.id)) return answerNothing(locals);
		return await inOneShape(locals, await resolve());
	} catch (error) {
		locals.services.noteFailure(error, url.pathname, locals.requestId);
		return answerFailed(locals);
	}
}

/** Whose rate a request counts against. Pictures count by themselves: a page may hold many. */
function senderOf({ locals: { identity, device }, route }: RequestEvent): string {
	const sender = identity ? `account ${identity.accountId}` : `address ${device.address}`;
	return route.id?.startsWith('/images/') ? `images of ${sender}` : sender;
}

/** Routes answer in the API's shape themselves; SvelteKit's own answers are put into it. */
async function inOneShape(locals: App.Locals, response: Response): Promise<Response> {
	if (response.status < 400 || (await isInShape(response))) return response;
	if (response.status === 405) return answerWrongMethod(locals, response.headers.get('allow') ?? '');
	if (response.status === 404) return answerNothing(locals);
	if (response.status === 413) {
		const message = 'This is larger than what is taken here.';
		return answerError(locals, 413, { code: 'too_large', message });
	}
	return response.status < 500
		? answerError(locals, response.status, { code: 'invalid', message: 'This request cannot be read.' })
		: answerFailed(locals);
}

async function isInShape(response: Response): Promise<boolean> {
	if (!response.headers.get('content-type')?.startsWith('application/json')) return false;
	const body: unknown = await response.clone().json();
	return typeof body === 'object' && body !== null && 'ok' in body;
}

function answerTooMany(locals: App.Locals, wait: number): Response {
	const message = 'Too many requests. Wait, then go on more slowly.';
	return answerError(locals, 429, { code: 'too_many', message }, { 'Retry-After': String(wait) });
}

function answerNothing(locals: App.Locals): Response {
	return answerError(locals, 404, { code: 'not_found', message: 'There is nothing at this address.' });
}

function answerWrongMethod(locals: App.Locals, allow: string): Response {
	const message = `This address takes ${allow} only.`;
	return answerError(locals, 405, { code: 'method_not_allowed', message }, { Allow: allow });
}

function answerFailed(locals: App.Locals): Response {
	return answerError(locals, 500, { code: 'internal', message: 'Something failed here.' });
}

import type { Identity } from '#server/auth/identity.ts';
import type { TestWorkspace } from './test-workspace.ts';
import { device } from './sign-in.ts';

/** A route's handler, whatever its own parameters are called. */
export type AnyHandler = (event: never) => Response | Promise<Response>;

export interface RouteCall {
	identity?: Identity | undefined;
	params?: Record<string, string>;
	query?: string;
	method?: string;
	headers?: Record<string, string>;
	body?: unknown;
}

export interface RouteAnswer {
	status: number;
	headers: Headers;
	text: string;
	/** The body as JSON; {} when it is none. */
	body: Record<string, unknown>;
}

/** Calls a route as SvelteKit does, with the hooks' part already done. */
export async function callRoute(
	home: TestWorkspace,
	handler: AnyHandler,
	{ identity, params = {}, query = '', method = 'GET', headers = {}, body }: RouteCall
): Promise<RouteAnswer> {
	const url = new URL(`http://127.0.0.1:3000/api/v1/test${query}`);
	const asIs = typeof body === 'string' || body instanceof Uint8Array;
	const content = body === undefined ? {} : { body: asIs ? (body as BodyInit) : JSON.stringify(body) };
	const request = new Request(url, { method, headers, ...content });
	const locals = { services: home.services, identity, device, requestId: 'test-request', locale: 'id' };
	const response = await handler({ params, url, request, locals } as never);
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json') ?? false;
	const parsed = isJson ? (JSON.parse(text) as Record<string, unknown>) : {};
	return { status: response.status, headers: response.headers, text, body: parsed };
}

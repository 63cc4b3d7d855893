import type { Visitor } from '../../../../server/pages/standing.ts';
import type { ImageRefusal } from '../../../../server/pages/images.ts';
import { answer, answerSignedOut } from '../../api/v1/answers.ts';
import type { RequestHandler } from './$types';

const refusals: Record<ImageRefusal, readonly [number, string]> = {
	not_found: [404, 'It does not exist, or it is not for you.'],
	too_large: [413, 'A file has at most 20 MB.'],
	unsupported: [422, 'This is no PNG, JPEG, GIF, WebP or AVIF image of a reasonable size.'],
	taken: [409, 'There is another file with this id.']
};

const longestName = 1_000;

function visitorOf({ identity, services }: App.Locals): Visitor | undefined {
	return identity && { callerIn: (workspaceId) => services.callerFor(identity, workspaceId) };
}

function refuse({ requestId }: App.Locals, code: ImageRefusal): Response {
	const [status, message] = refusals[code];
	return answer({ ok: false, code, message, requestId }, status);
}

/** Keeps an image of a page, or with `?name=` a file of its task, under the id that the client made. */
export const PUT: RequestHandler = async ({ params, url, request, locals }) => {
	const visitor = visitorOf(locals);
	if (!visitor) return answerSignedOut(locals);
	const wanted = {
		...{ id: params.id, pageId: url.searchParams.get('page') ?? '' },
		name: url.searchParams.get('name')?.slice(0, longestName)
	};
	const stored = await locals.services.images.put(visitor, wanted, request.body ?? emptyBody());
	return typeof stored === 'string' ? refuse(locals, stored) : answer({ ok: true, ...stored }, 201);
};

/** An image, for whoever may see its page. */
export const GET: RequestHandler = async ({ params, request, locals }) => {
	const visitor = visitorOf(locals);
	if (!visitor) return answerSignedOut(locals);
	const found = await locals.services.images.find(visitor, params.id);
	if (!found) return refuse(locals, 'not_found');
	const headers = {
		'Content-Type': found.type,
		'Content-Security-Policy': "default-src 'none'; sandbox",
		'X-Content-Type-Options': 'nosniff',
		...(found.name !== null && { 'Content-Disposition': savedAs(found.name) }),
		// Asked for anew each time, because a right may have ended; the picture itself never changes.
		'Cache-Control': 'private, no-cache',
		ETag: found.etag,
		// A copy on a device leaves it with this page, whichever page shows the picture.
		'X-Rapi-Page': found.pageId
	};
	if (request.headers.get('if-none-match') === found.etag)
		return new Response(null, { status: 304, headers });
	return new Response(found.read(), { headers: { ...headers, 'Content-Length': String(found.size) } });
};

/** A file of a task is saved, never opened as a page of this site (RFC 6266, RFC 8187). */
function savedAs(name: string): string {
	const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["%\\]/g, '_');
	const exact = encodeURIComponent(name).replace(
		/['()*]/g,
		(mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

function emptyBody(): ReadableStream<Uint8Array> {
	return new ReadableStream({ start: (controller) => controller.close() });
}

import type { IncomingMessage } from 'node:http';

const mebibyte = 1024 * 1024;

/** Most bytes of a body where nothing larger is expected: forms, JSON, a page's first text. */
export const ordinaryBodyBytes = mebibyte;

/** Places that take files, with the most that each takes; they read their bodies as streams with limits. */
const large: readonly (readonly [RegExp, number])[] = [
	[/^\/images\/[^/]+$/, 21 * mebibyte],
	[/^\/api\/v1\/w\/[^/]+\/imports$/, 51 * mebibyte]
];

/**
 * Whether a request's body may be read. Its length has to be said beforehand, except where files
 * are taken; what is said is kept by Node's own parser.
 */
export function judgeBody(
	request: Pick<IncomingMessage, 'url' | 'headers'>
): 'fine' | 'too_large' | 'length_required' {
	const path = request.url?.split('?')[0] ?? '';
	const limit = large.find(([pattern]) => pattern.test(path))?.[1];
	const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
	if (chunked !== undefined && limit === undefined) return 'length_required';
	return Number(length ?? 0) > (limit ?? ordinaryBodyBytes) ? 'too_large' : 'fine';
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Services } from '../services.ts';

/** Addresses whose next part opens something, or names a sign-in or a key. */
const secretAfter = new Set(['join', 'start', 'sessions', 'keys', 'calendar', 'calendar-feeds']);
const mostCharacters = 200;

/** Writes one line and counts once when a request is over, also when the caller has gone away. */
export function noteRequest(
	request: IncomingMessage,
	response: ServerResponse,
	{ log, metrics }: Pick<Services, 'log' | 'metrics'>,
	requestId: string
): void {
	const began = performance.now();
	const method = request.method ?? '';
	const path = loggedPath(request.url);
	response.once('close', () => {
		const ms = performance.now() - began;
		const status = response.writableFinished ? response.statusCode : 499;
		metrics.countRequest(method, status, ms / 1000);
		log.info({ method, path, status, ms: Math.round(ms * 10) / 10, requestId }, 'request');
	});
}

/** Writes down what failed while a request was answered, with its address as it may stand in a log. */
export function noteFailure(log: Logger, error: unknown, url: string | undefined, requestId: string): void {
	log.error({ err: error, path: loggedPath(url), requestId }, 'a request failed');
}

/** A path as it may stand in a log: without its query, and without what a link or a list of keys would give away. */
export function loggedPath(url = ''): string {
	const parts = (url.split(/[?#]/)[0] ?? '').split('/');
	const secret = parts.findIndex((part) => secretAfter.has(plain(part)));
	const kept = secret === -1 || secret === parts.length - 1 ? parts : [...parts.slice(0, secret + 1), '…'];
	return kept.join('/').slice(0, mostCharacters);
}

/** A part as the router reads it; one that nobody can read is kept as it came. */
function plain(part: string): string {
	try {
		return decodeURIComponent(part).toLowerCase();
	} catch {
		return part;
	}
}

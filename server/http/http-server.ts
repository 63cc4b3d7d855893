import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Services } from '../services.ts';
import { answerMetrics, isMetricsPath } from './answer-metrics.ts';
import { sendApiError } from './api-error.ts';
import { judgeBody } from './body-limit.ts';
import { setCommonHeaders, setWorkerHeaders, workerPath } from './headers.ts';
import { answerHealth } from './health.ts';
import { isAllowedOrigin } from './origin.ts';
import { noteRequest } from './request-log.ts';

export type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Header that carries the request's id to SvelteKit's half; whatever a caller sends is overwritten. */
export const requestIdHeader = 'x-request-id';

/** The HTTP front: headers on everything, the Origin check, health and figures, then SvelteKit's handler. */
export function createHttpServer(services: Services, handlePage: PageHandler): Server {
	services.metrics.watchProcess();
	const server = createServer((request, response) => {
		const requestId = randomUUID();
		answer(request, response, { services, handlePage, requestId }).catch((error: unknown) => {
			services.noteFailure(error, request.url, requestId);
			if (response.headersSent) return response.destroy();
			sendApiError(response, 500, { code: 'internal', message: 'Something failed here.', requestId });
		});
	});
	server.headersTimeout = 15_000;
	server.requestTimeout = 120_000;
	return server;
}

async function answer(
	request: IncomingMessage,
	response: ServerResponse,
	{ services, handlePage, requestId }: { services: Services; handlePage: PageHandler; requestId: string }
): Promise<void> {
	noteRequest(request, response, services, requestId);
	response.once('finish', () => discardRest(request));
	request.headers[requestIdHeader] = requestId;
	response.setHeader('X-Request-Id', requestId);
	setCommonHeaders(response, services.config.url?.startsWith('https:') ?? false);
	if (request.url === workerPath) setWorkerHeaders(response);
	if (!isAllowedOrigin(request, services.config)) {
		return sendApiError(response, 403, {
			code: 'foreign_origin',
			message: 'This request did not come from Rapi. Open Rapi at its own address and try again.',
			requestId
		});
	}
	if (refuseBody(request, response, requestId)) return;
	if (await answerHealth(request, response, services)) return;
	if (await answerMetrics(request, response, services)) return;
	const answerNothing = () =>
		sendApiError(response, 404, {
			code: 'not_found',
			message: 'There is nothing at this address.',
			requestId
		});
	if (isMetricsPath(request)) return answerNothing();
	handlePage(request, response, answerNothing);
}

/** Answers a request whose body is too large before any of it is read. */
function refuseBody(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
	const verdict = judgeBody(request);
	if (verdict === 'fine') return false;
	response.setHeader('Connection', 'close');
	if (verdict === 'too_large') {
		sendApiError(response, 413, {
			code: 'too_large',
			message: 'This is larger than what is taken here.',
			requestId
		});
	} else {
		sendApiError(response, 411, {
			code: 'length_required',
			message: 'Say the length of the body.',
			requestId
		});
	}
	return true;
}

/** Lets what nobody read of a body run out; else the next request on this connection would wait behind it. */
function discardRest(request: IncomingMessage): void {
	if (!request.complete) request.removeAllListeners('data').resume();
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { can } from '#domain/access/can.ts';
import type { Services } from '../services.ts';

const path = '/metrics';

/** A proxy that speaks for somebody else leaves one of these; `Via` is the oldest of them. */
const forwardingHeaders = ['forwarded', 'via', 'x-real-ip', 'cf-connecting-ip'];
const loopbackPeer = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
/** Also keeps out a proxy that passes the public name on, and a page that had its own name point here. */
const loopbackHost = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Answers `GET /metrics` to this machine itself, and to a key of somebody who may configure the
 * workspace; false for everybody else and every other address.
 */
export async function answerMetrics(
	request: IncomingMessage,
	response: ServerResponse,
	services: Services
): Promise<boolean> {
	if (!isMetricsPath(request)) return false;
	if (request.method !== 'GET') return false;
	if (!isThisMachine(request) && !(await isOperatorsKey(request, services))) return false;
	const { text, contentType } = await services.metrics.read();
	response.setHeader('Content-Type', contentType);
	response.setHeader('Cache-Control', 'no-store');
	response.end(text);
	return true;
}

/** Whether a request is for the figures, whoever asks. */
export function isMetricsPath(request: IncomingMessage): boolean {
	return request.url?.split('?')[0] === path;
}

function isThisMachine({ socket, headers }: IncomingMessage): boolean {
	const forwarded = Object.keys(headers).some(
		(name) => name.startsWith('x-forwarded') || forwardingHeaders.includes(name)
	);
	return !forwarded && loopbackPeer.test(socket.remoteAddress ?? '') && loopbackHost.test(headers.host ?? '');
}

async function isOperatorsKey({ headers }: IncomingMessage, services: Services): Promise<boolean> {
	const identity = await services.identify({ authorization: headers.authorization });
	if (identity?.kind !== 'key') return false;
	const caller = await services.callerFor(identity, identity.workspaceId);
	const actor = caller && (await services.finders.actor(caller));
	if (!actor) return false;
	const nothing = { folder: () => undefined, grantsOn: () => [] };
	return can(actor, 'workspace.configure', 'workspace', nothing, services.clock.now()).allowed;
}

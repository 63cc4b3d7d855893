import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** Addresses by which this machine calls itself. */
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

/** Whether `origin` is where Rapi's own pages come from: the configured one, or this machine at its port. */
export function isOwnOrigin(origin: string, config: Config, port: number): boolean {
	if (config.url) return origin === config.url;
	return loopbackHosts.some((host) => origin === `http://${host}:${port}`);
}

/**
 * Whether a request that may change something comes from Rapi's own pages. A browser always says
 * where it comes from; a program with an API key says nothing and brings no cookie.
 */
export function isAllowedOrigin(request: IncomingMessage, config: Config): boolean {
	return safeMethods.includes(request.method ?? '') || isFromOwnPages(request, config);
}

/** The same for a socket, whose upgrade is a GET that a foreign page could send with the cookie. */
export function isFromOwnPages(request: IncomingMessage, config: Config): boolean {
	const { origin, cookie } = request.headers;
	if (origin === undefined)
		return cookie === undefined || request.headers['sec-fetch-site'] === 'same-origin';
	return isOwnOrigin(origin, config, request.socket.localPort ?? config.port);
}

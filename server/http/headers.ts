import type { ServerResponse } from 'node:http';

/**
 * Headers of every response, static files and errors included. Pages replace the policy by one
 * with their own nonce (svelte.config.js); everything else may load nothing at all.
 */
const common: Record<string, string> = {
	'Content-Security-Policy':
		"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()',
	'X-Robots-Tag': 'noindex'
};

/** The service worker may fetch what the shell is made of; its own document's policy counts for that. */
export const workerPath = '/service-worker.js';
const workerPolicy =
	"default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

export function setWorkerHeaders(response: ServerResponse): void {
	response.setHeader('Content-Security-Policy', workerPolicy);
	response.setHeader('Cache-Control', 'no-cache');
}

export function setCommonHeaders(response: ServerResponse, secure: boolean): void {
	for (const [name, value] of Object.entries(common)) response.setHeader(name, value);
	if (secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
}

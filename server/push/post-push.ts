import { lookup as resolveName } from 'node:dns';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import webPush from 'web-push';
import type { PushMessage } from '#domain/notices/push.ts';
import type { PushDeviceRow } from '../storage/tables.ts';
import type { MayReach } from './public-address.ts';
import type { VapidKeys } from './vapid-keys.ts';

/** What became of one message. Codes are statuses or names of errors, and hold no address. */
export type PushOutcome =
	| { what: 'taken' }
	/** The device is no more, or never could open a message. */
	| { what: 'gone' }
	/** It will not be taken, however often it is sent. */
	| { what: 'refused'; code: string }
	/** It may be taken later; the service may say when. */
	| { what: 'later'; code: string; waitMs: number | undefined };

export interface Posting {
	device: Pick<PushDeviceRow, 'endpoint' | 'p256dh' | 'auth'>;
	message: PushMessage;
	/** Seconds that the push service keeps it for a device that is off. */
	ttl: number;
	urgent: boolean;
}

export interface PostNeeds {
	keys: VapidKeys;
	/** Whom a push service may write to: an address of https, or mailto. */
	subject: string;
	mayReach: MayReach;
	signal: AbortSignal;
	/** Milliseconds for the whole call. */
	patienceMs: number;
}

/** A name that leads to an address which must not be called. */
class UnreachableAddress extends Error {
	readonly code = 'address_not_public';
}

/**
 * Sends one message to one device: encrypted for it alone, signed with the installation's key. The
 * address comes from outside, so only https to a public address is called, no redirect is followed,
 * and nothing of an answer but its status and one header is read.
 */
export async function postPush(posting: Posting, needs: PostNeeds): Promise<PushOutcome> {
	const sealed = seal(posting, needs);
	if (!sealed) return { what: 'gone' };
	try {
		return outcomeOf(await post(new URL(posting.device.endpoint), sealed, needs));
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
		return error instanceof UnreachableAddress
			? { what: 'refused', code }
			: { what: 'later', code, waitMs: undefined };
	}
}

interface Sealed {
	headers: Record<string, string>;
	body: Buffer;
}

/** Undefined where the device's keys are no keys. A tag is a UUID: without its dashes it is a topic. */
function seal({ device, message, ttl, urgent }: Posting, { keys, subject }: PostNeeds): Sealed | undefined {
	const { endpoint, p256dh, auth } = device;
	try {
		const { headers, body } = webPush.generateRequestDetails(
			{ endpoint, keys: { p256dh, auth } },
			JSON.stringify(message),
			{
				vapidDetails: { subject, ...keys },
				TTL: ttl,
				urgency: urgent ? 'high' : 'normal',
				topic: message.tag.replaceAll('-', '').slice(0, 32)
			}
		);
		return { headers, body };
	} catch {
		return undefined;
	}
}

interface Answered {
	status: number;
	retryAfter: string | undefined;
}

function post(url: URL, { headers, body }: Sealed, needs: PostNeeds): Promise<Answered> {
	const { mayReach, signal, patienceMs } = needs;
	const port = Number(url.port === '' ? 443 : url.port);
	const allowed = (address: string) => mayReach(address, port);
	const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
	// A name is looked up when the socket is made; an address never is.
	if (isIP(host) !== 0 && !allowed(host)) return Promise.reject(new UnreachableAddress());
	return new Promise((resolve, reject) => {
		const ending = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
		const how = { method: 'POST', headers, lookup: lookupOf(allowed), agent: false, signal: ending } as const;
		const sending = request(url, how, (response) => {
			response.on('error', () => undefined);
			response.destroy();
			resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] });
		});
		sending.on('error', reject);
		sending.end(body);
	});
}

/** Looks a name up for the socket itself, so that no second answer can come between check and call. */
function lookupOf(allowed: (address: string) => boolean): LookupFunction {
	return (name, options, done) =>
		resolveName(name, { ...options, all: true }, (error, found) => {
			const [first] = found ?? [];
			if (error || !first) return done(error ?? new UnreachableAddress(), '');
			if (!found.every(({ address }) => allowed(address))) return done(new UnreachableAddress(), '');
			if (options.all) return done(null, found);
			done(null, first.address, first.family);
		});
}

function outcomeOf({ status, retryAfter }: Answered): PushOutcome {
	const code = String(status);
	if (status >= 200 && status < 300) return { what: 'taken' };
	if (status === 404 || status === 410) return { what: 'gone' };
	if (status !== 429 && status < 500) return { what: 'refused', code };
	const seconds = Number(retryAfter);
	const waitMs = retryAfter !== undefined && seconds > 0 ? seconds * 1000 : undefined;
	return { what: 'later', code, waitMs };
}

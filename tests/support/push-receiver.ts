import {
	createDecipheriv,
	createECDH,
	createPublicKey,
	hkdfSync,
	randomBytes,
	verify,
	type ECDH
} from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { pushMessageSchema, type PushMessage, type PushSubscriptionInput } from '#domain/notices/push.ts';
import { parse } from '#domain/kernel/schema.ts';
import { selfSigned } from './self-signed.ts';

/** One message as it came to the push service, opened with the key of the browser that it is for. */
export interface Received {
	/** Which browser it is for. */
	browser: string;
	message: PushMessage;
	headers: IncomingHttpHeaders;
	/** What the signature says, whose key it is signed with. */
	claims: { aud: string; exp: number; sub: string };
	signedBy: string;
}

/** A browser that signed up: its keys never leave it. */
interface Browser {
	name: string;
	keys: ECDH;
	auth: Buffer;
}

/** A push service on this machine, and the browsers behind it. Speaks https, as real ones do. */
export class PushReceiver {
	readonly received: Received[] = [];
	/** The PEM of its certificate, for another process. */
	readonly cert: string;
	/** How it answers a message: a status, or a promise that is kept when it should answer. */
	answer: (browser: string) => number | Promise<number> = () => 201;
	headers: Record<string, string> = {};
	/** Resolves at the first message. */
	readonly arrived: Promise<void>;
	readonly #arrive: () => void;
	readonly #server: Server;
	readonly #browsers = new Map<string, Browser>();

	private constructor() {
		const { cert, key } = selfSigned();
		this.cert = cert;
		setDefaultCACertificates([...getCACertificates('default'), cert]);
		const { promise, resolve } = Promise.withResolvers<void>();
		[this.arrived, this.#arrive] = [promise, resolve];
		this.#server = createServer({ cert, key }, (request, response) => void this.#take(request, response));
	}

	static async open(): Promise<PushReceiver> {
		const receiver = new PushReceiver();
		await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
		return receiver;
	}

	/** The origin of the service, without its path. */
	get origin(): string {
		const address = this.#server.address();
		return `https://localhost:${typeof address === 'object' && address ? address.port : 0}`;
	}

	/** What a browser of this name gives when it signs up. */
	signUp(name: string): PushSubscriptionInput {
		const keys = createECDH('prime256v1');
		keys.generateKeys();
		const auth = randomBytes(16);
		this.#browsers.set(name, { name, keys, auth });
		const p256dh = keys.getPublicKey('base64url');
		return { endpoint: `${this.origin}/push/${name}`, keys: { p256dh, auth: auth.toString('base64url') } };
	}

	/** The messages that came to one browser. */
	to(browser: string): Received[] {
		return this.received.filter((each) => each.browser === browser);
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const browser = this.#browsers.get(request.url?.replace('/push/', '') ?? '');
		if (browser) {
			const opened = parse(pushMessageSchema, JSON.parse(open(Buffer.concat(chunks), browser)));
			if (!opened.ok) throw new Error(`not a message: ${opened.field}`);
			const signed = signatureIn(request.headers.authorization ?? '');
			this.received.push({
				browser: browser.name,
				message: opened.value,
				headers: request.headers,
				...signed
			});
			this.#arrive();
		}
		response.writeHead(browser ? await this.answer(browser.name) : 404, this.headers);
		response.end();
	}
}

/** Opens a message as a browser does: aes128gcm of RFC 8188 with the keys of RFC 8291. */
function open(sealed: Buffer, { keys, auth }: Browser): string {
	const salt = sealed.subarray(0, 16);
	const idLength = sealed.readUInt8(20);
	const senderKey = sealed.subarray(21, 21 + idLength);
	const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), senderKey]);
	const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(senderKey), auth, info, 32));
	const part = (label: string, length: number) =>
		Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${label}\0`), length));
	const text = sealed.subarray(21 + idLength);
	const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
	decipher.setAuthTag(text.subarray(-16));
	const padded = Buffer.concat([decipher.update(text.subarray(0, -16)), decipher.final()]);
	return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}

/** Checks the signature (RFC 8292) and gives what it says; one that is wrong is a throw. */
function signatureIn(authorization: string): Pick<Received, 'claims' | 'signedBy'> {
	const [, token = '', signedBy = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
	const [head = '', claims = '', signature = ''] = token.split('.');
	const point = Buffer.from(signedBy, 'base64url');
	const jwk = {
		...{ kty: 'EC', crv: 'P-256' },
		x: point.subarray(1, 33).toString('base64url'),
		y: point.subarray(33).toString('base64url')
	};
	const key = createPublicKey({ key: jwk, format: 'jwk' });
	const text = Buffer.from(`${head}.${claims}`);
	const how = { key, dsaEncoding: 'ieee-p1363' } as const;
	if (!verify('sha256', text, how, Buffer.from(signature, 'base64url'))) throw new Error('signed by nobody');
	const parsed = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Received['claims'];
	return { claims: parsed, signedBy };
}

import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { PushReceiver } from '../../tests/support/push-receiver.ts';
import { postPush, type PostNeeds } from './post-push.ts';
import { onlyPublic } from './public-address.ts';

const keys = webPush.generateVAPIDKeys();
const message = {
	title: 'Foto rok plisket',
	body: 'Ditugaskan kepada Anda · Selasar Rona',
	address: '/rona/t/0191f3f0-0000-7000-8000-000000000001',
	tag: '0191f3f0-0000-7000-8000-000000000002'
};
let service: PushReceiver;
beforeEach(async () => {
	service = await PushReceiver.open();
});
afterEach(() => service.close());

/** Sends to a browser that signed up here, at its own address or another. */
function send(endpoint?: string, more: Partial<PostNeeds> = {}) {
	const { keys: browser, endpoint: own } = service.signUp('hp');
	const device = { endpoint: endpoint ?? own, ...browser };
	const needs = { keys, subject: 'https://rapi.example', mayReach: () => true, patienceMs: 5_000 };
	const signal = new AbortController().signal;
	return postPush({ device, message, ttl: 60, urgent: true }, { ...needs, signal, ...more });
}

describe('a message to a device', () => {
	it('opens with the device’s key alone, and is signed with the installation’s', async () => {
		expect(await send()).toEqual({ what: 'taken' });
		const [got] = service.to('hp');
		expect(got?.message).toEqual(message);
		expect(got?.signedBy).toBe(keys.publicKey);
		expect(got?.claims).toMatchObject({ aud: service.origin, sub: 'https://rapi.example' });
		const hours = ((got?.claims.exp ?? 0) - Date.now() / 1000) / 3600;
		expect(hours > 0 && hours <= 24).toBe(true);
		expect(got?.headers).toMatchObject({
			...{ ttl: '60', urgency: 'high', 'content-encoding': 'aes128gcm' },
			topic: message.tag.replaceAll('-', '')
		});
	});

	it.each([
		[404, { what: 'gone' }],
		[410, { what: 'gone' }],
		[301, { what: 'refused', code: '301' }],
		[307, { what: 'refused', code: '307' }],
		[403, { what: 'refused', code: '403' }],
		[413, { what: 'refused', code: '413' }],
		[429, { what: 'later', code: '429', waitMs: 90_000 }],
		[500, { what: 'later', code: '500', waitMs: 90_000 }],
		[503, { what: 'later', code: '503', waitMs: 90_000 }]
	])('that is answered with %i is %o, and no redirect is followed', async (status, outcome) => {
		service.answer = () => status;
		service.headers = { 'retry-after': '90', location: `${service.origin}/push/hp` };
		expect(await send()).toEqual(outcome);
		expect(service.received).toHaveLength(1);
	});

	it('that nobody answers is given up for now, after so long or when the server ends', async () => {
		service.answer = () => new Promise(() => undefined);
		expect(await send(undefined, { patienceMs: 50 })).toMatchObject({ what: 'later' });
		const ending = new AbortController();
		const sending = send(undefined, { signal: ending.signal });
		await service.arrived;
		ending.abort();
		expect(await sending).toMatchObject({ what: 'later' });
	});

	it('is never made for keys that are none', async () => {
		const p256dh = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
		const device = {
			endpoint: `${service.origin}/push/hp`,
			p256dh,
			auth: Buffer.alloc(16).toString('base64url')
		};
		const needs = { keys, subject: 'https://rapi.example', mayReach: () => true, patienceMs: 5_000 };
		const signal = new AbortController().signal;
		const outcome = await postPush({ device, message, ttl: 60, urgent: false }, { ...needs, signal });
		expect(outcome).toEqual({ what: 'gone' });
		expect(service.received).toEqual([]);
	});
});

describe('an address that is not of the public internet', () => {
	let inner: Server;
	let port: number;
	let calls: number;
	beforeEach(async () => {
		calls = 0;
		inner = createServer((socket) => {
			calls++;
			socket.destroy();
		});
		await new Promise<void>((resolve) => inner.listen(0, resolve));
		const address = inner.address();
		port = typeof address === 'object' && address ? address.port : 0;
	});
	afterEach(() => new Promise((resolve) => inner.close(resolve)));

	it.each([
		'127.0.0.1',
		'127.1',
		'2130706433',
		'0x7f.0.0.1',
		'0177.0.0.1',
		'0.0.0.0',
		'localhost',
		'[::1]',
		'[::]',
		'[::ffff:127.0.0.1]',
		'[::ffff:7f00:1]'
	])('is not called: %s', async (host) => {
		const anyPort = (address: string) => onlyPublic(address, 443);
		const outcome = await send(`https://${host}:${port}/push/hp`, { mayReach: anyPort });
		expect(outcome).toEqual({ what: 'refused', code: 'address_not_public' });
		expect(calls).toBe(0);
	});

	it.each(['https://1.1.1.1:22/', 'https://1.1.1.1:8443/'])('nor another port: %s', async (endpoint) => {
		expect(await send(endpoint, { mayReach: onlyPublic })).toEqual({
			...{ what: 'refused', code: 'address_not_public' }
		});
	});

	it('is called where it is allowed, so that the cases above prove something', async () => {
		expect(await send(`https://127.0.0.1:${port}/push/hp`)).toMatchObject({ what: 'later' });
		expect(calls).toBe(1);
	});
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from 'uuidv7';
import { GET as readKey, PUT as move } from '../../src/routes/api/v1/push-device/+server.ts';
import { GET as list, POST as add } from '../../src/routes/api/v1/w/[workspace]/push-devices/+server.ts';
import { DELETE as remove } from '../../src/routes/api/v1/w/[workspace]/push-devices/[id]/+server.ts';
import { POST as tryIt } from '../../src/routes/api/v1/w/[workspace]/push-devices/[id]/try/+server.ts';
import type { Identity } from '#server/auth/identity.ts';
import { signInByKey } from '../support/both-sockets.ts';
import { callRoute, type AnyHandler, type RouteCall } from '../support/call-route.ts';
import { openOtherWorkspace, type OtherWorkspace } from '../support/other-workspace.ts';
import { openPushHome, type PushHome } from '../support/push-home.ts';
import { startSession } from '../support/sign-in.ts';
import { assertDone, type Person } from '../support/test-workspace.ts';

let at: PushHome;
let other: OtherWorkspace;
let left: Identity;
let yoga: { id: string; sessionId: string };
let made = 0;

beforeAll(async () => {
	at = await openPushHome();
	other = await openOtherWorkspace({ home: at.home, origin: 'http://127.0.0.1:3000' });
	await other.join('rizky');
	left = (await startSession(at.home, 'rizky')).identity;
	assertDone(await at.home.send('wulan', 'members.deactivate', { id: at.home.memberId('rizky') }));
	yoga = await at.device('yoga', 'hp-yoga');
});
afterAll(() => at.close());

type Who = () => Promise<Identity | undefined>;
const browserOf = (person: Person) => async () => (await startSession(at.home, person)).identity;
const keyOf = (person: Person, cap: 'view' | 'manage') => async () =>
	at.home.services.identify((await signInByKey({ home: at.home }, person, cap)).headers);

/** Who asks, and whether they have devices of their own here; written by hand. */
const principals: [name: string, who: Who, statusInside: 200 | 401 | 404, statusOutside: 200 | 401][] = [
	['owner', browserOf('wulan'), 200, 200],
	['admin', browserOf('dimas'), 200, 200],
	['staff', browserOf('rara'), 200, 200],
	['freelancer', browserOf('nadia'), 200, 200],
	['vendor', browserOf('hendra'), 200, 200],
	['key of the owner for everything', keyOf('wulan', 'manage'), 404, 401],
	['key of the owner capped to view', keyOf('wulan', 'view'), 404, 401],
	['owner of another workspace', () => at.home.services.identify(other.owner), 404, 200],
	['deactivated, with a cookie that lives on elsewhere', async () => left, 404, 200],
	['nobody', async () => undefined, 401, 401]
];

function call(handler: AnyHandler, identity: Identity | undefined, { params, ...more }: RouteCall = {}) {
	const workspace = { workspace: at.home.workspaceId, ...params };
	return callRoute(at.home, handler, { identity, params: workspace, ...more });
}
const newBrowser = () => at.service.signUp(`baru-${++made}`);
const yogas = () =>
	at.home.services.storage.db
		.selectFrom('pushDevices')
		.selectAll()
		.where('id', '=', yoga.id)
		.executeTakeFirst();

describe.each(principals)('%s', (_name, who, inside, outside) => {
	it('has devices of their own, and no part in anybody’s else', async () => {
		const identity = await who();
		const before = await yogas();
		const ownStatus = inside === 200 ? 201 : inside;
		const own = await call(add, identity, { method: 'POST', body: newBrowser() });
		expect(own.status).toBe(ownStatus);
		const listed = await call(list, identity);
		expect(listed.status).toBe(inside);
		const ids = (listed.body['devices'] as { id: string; current: boolean }[] | undefined) ?? [];
		expect(ids.map(({ id, current }) => [id, current])).toEqual(
			inside === 200 ? [[own.body['id'], true]] : []
		);
		for (const [handler, method] of [[remove, 'DELETE'] as const, [tryIt, 'POST'] as const]) {
			const theirs = await call(handler, identity, { method, params: { id: yoga.id } });
			expect(theirs.status).toBe(inside === 401 ? 401 : 404);
			const none = await call(handler, identity, { method, params: { id: uuidv7() } });
			const named = ({ status, body }: typeof none) => [status, body['code'], body['field']];
			expect(named(theirs)).toEqual(named(none));
		}
		expect(await yogas()).toEqual(before);
		expect(at.service.to('hp-yoga')).toEqual([]);
		if (inside === 200) {
			const mine = { params: { id: String(own.body['id']) } };
			expect((await call(tryIt, identity, { method: 'POST', ...mine })).body['sent']).toBe(true);
			expect((await call(remove, identity, { method: 'DELETE', ...mine })).status).toBe(200);
		}
	});

	it('reads the public key, and moves a device, only as who is signed in on it', async () => {
		const identity = await who();
		const key = await call(readKey, identity);
		expect(key.status).toBe(outside);
		const moved = await call(move, identity, { method: 'PUT', body: newBrowser() });
		expect(moved.status).toBe(outside === 200 ? 404 : 401);
	});
});

describe('the devices that get notices', () => {
	it('are told without their secrets, and the private key is in no answer', async () => {
		const { db } = at.home.services.storage;
		const { value } = await db
			.selectFrom('meta')
			.select('value')
			.where('key', '=', 'vapid')
			.executeTakeFirstOrThrow();
		const { privateKey } = JSON.parse(value) as { privateKey: string };
		const { identity } = await startSession(at.home, 'rara');
		const browser = newBrowser();
		const answers = [
			await call(readKey, identity),
			await call(add, identity, { method: 'POST', body: browser }),
			await call(list, identity)
		].map(({ text }) => text);
		expect(answers[0]).toContain(await at.home.services.pushes.devices.publicKey());
		for (const secret of [privateKey, browser.endpoint, browser.keys.auth, browser.keys.p256dh])
			for (const text of answers) expect(text).not.toContain(secret);
	});

	it.each([
		['endpoint', { endpoint: 'http://push.example/1' }],
		['endpoint', { endpoint: 'ftp://push.example/1' }],
		['endpoint', { endpoint: 'javascript:alert(1)' }],
		['endpoint', { endpoint: 'https://ani:rahasia@push.example/1' }],
		['endpoint', { endpoint: `https://push.example/${'x'.repeat(1_000)}` }],
		['endpoint', { endpoint: '/push/1' }],
		['endpoint', { endpoint: 7 }],
		['keys.p256dh', { keys: { p256dh: 'x', auth: 'A'.repeat(22) } }],
		['keys.auth', { keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(500) } }],
		['keys', { keys: undefined }]
	])('are refused by the field %s: %o', async (field, wrong) => {
		const { identity } = await startSession(at.home, 'rara');
		const body = { ...newBrowser(), ...wrong };
		for (const [handler, method] of [[add, 'POST'] as const, [move, 'PUT'] as const]) {
			const answer = await call(handler, identity, { method, body });
			expect([answer.status, answer.body['field']]).toEqual([422, field]);
		}
	});

	it('are refused as a body that is too large', async () => {
		const { identity } = await startSession(at.home, 'rara');
		expect((await call(add, identity, { method: 'POST', body: 'x'.repeat(600_000) })).status).toBe(413);
	});
});

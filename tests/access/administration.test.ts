import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '#server/auth/identity.ts';
import { PUT as changePassword } from '../../src/routes/api/v1/account/password/+server.ts';
import {
	DELETE as signOutEverywhere,
	GET as listSessions
} from '../../src/routes/api/v1/sessions/+server.ts';
import { DELETE as endSession } from '../../src/routes/api/v1/sessions/[id]/+server.ts';
import { GET as listWorkspaces } from '../../src/routes/api/v1/workspaces/+server.ts';
import {
	GET as listInvitations,
	POST as invite
} from '../../src/routes/api/v1/workspaces/[workspace]/invitations/+server.ts';
import { DELETE as takeBack } from '../../src/routes/api/v1/workspaces/[workspace]/invitations/[id]/+server.ts';
import { POST as resend } from '../../src/routes/api/v1/workspaces/[workspace]/invitations/[id]/resend/+server.ts';
import {
	GET as listKeys,
	POST as makeKey
} from '../../src/routes/api/v1/workspaces/[workspace]/keys/+server.ts';
import { DELETE as revokeKey } from '../../src/routes/api/v1/workspaces/[workspace]/keys/[id]/+server.ts';
import {
	GET as readSettings,
	PUT as writeSettings
} from '../../src/routes/api/v1/workspaces/[workspace]/settings/+server.ts';
import { signInByCookie, signInByKey } from '../support/both-sockets.ts';
import { callRoute, type AnyHandler, type RouteCall } from '../support/call-route.ts';
import { openOtherWorkspace, type OtherWorkspace } from '../support/other-workspace.ts';
import { startSession } from '../support/sign-in.ts';
import { assertDone, openTestWorkspace, type Person, type TestWorkspace } from '../support/test-workspace.ts';

/** Written by hand from TRUST's words, not from the product's rules. */
interface Principal {
	headers: () => Promise<Record<string, string | undefined>>;
	isNobody?: true;
	isKey?: true;
	isMember?: true;
	managesPeople?: true;
}

let home: TestWorkspace;
let other: OtherWorkspace;
const origin = 'http://127.0.0.1:3000';
let rizky: Record<string, string>;
let made = 0;

const byCookie = (person: Person) => async () => (await signInByCookie({ home, origin }, person)).headers;
const principals: Record<string, Principal> = {
	owner: { headers: byCookie('wulan'), isMember: true, managesPeople: true },
	admin: { headers: byCookie('dimas'), isMember: true, managesPeople: true },
	staff: { headers: byCookie('rara'), isMember: true },
	freelancer: { headers: byCookie('nadia'), isMember: true },
	vendor: { headers: byCookie('hendra'), isMember: true },
	'key of the owner capped to view': {
		headers: async () => (await signInByKey({ home }, 'wulan', 'view')).headers,
		isMember: true,
		isKey: true
	},
	'key of the owner for everything': {
		headers: async () => (await signInByKey({ home }, 'wulan', 'manage')).headers,
		isMember: true,
		managesPeople: true,
		isKey: true
	},
	'owner of another workspace': { headers: async () => other.owner },
	'deactivated, with a cookie that lives on elsewhere': { headers: async () => rizky },
	nobody: { headers: async () => ({}), isNobody: true }
};

beforeAll(async () => {
	home = await openTestWorkspace();
	other = await openOtherWorkspace({ home, origin });
	await other.join('rizky');
	rizky = (await signInByCookie({ home, origin }, 'rizky')).headers;
	assertDone(await home.send('wulan', 'members.deactivate', { id: home.memberId('rizky') }));
});
afterAll(() => home.close());

async function newInvitation(): Promise<string> {
	const input = { email: `tamu.${++made}@selasar-rona.example`, role: 'staff', grants: [] };
	const invited = await home.services.people.invitations.invite(home.caller('wulan'), input);
	if (!('invitation' in invited)) throw new Error(JSON.stringify(invited));
	return invited.invitation.id;
}

describe.each(Object.entries(principals))('%s', (name, principal) => {
	const { headers, isNobody, isKey, isMember, managesPeople } = principal;
	let identity: Identity | undefined;
	beforeAll(async () => {
		identity = await home.services.identify(await headers());
	});

	function call(handler: AnyHandler, { params, ...more }: RouteCall = {}) {
		return callRoute(home, handler, {
			identity,
			params: { workspace: home.workspaceId, ...params },
			...more
		});
	}
	/** The status for a thing that only some may have. */
	const statusFor = (may: boolean | undefined, good: number) => (isNobody ? 401 : may ? good : 404);

	it('reaches invitations only when looking after people', async () => {
		const id = await newInvitation();
		const listed = await call(listInvitations);
		expect(listed.status).toBe(statusFor(managesPeople, 200));
		expect(listed.text.includes(id)).toBe(managesPeople === true);
		const body = { email: `baru.${++made}@selasar-rona.example`, role: 'staff', grants: [] };
		expect((await call(invite, { method: 'POST', body })).status).toBe(statusFor(managesPeople, 201));
		const again = await call(resend, { method: 'POST', params: { id } });
		expect(again.status).toBe(statusFor(managesPeople, 200));
		expect(again.text.includes('/join/')).toBe(managesPeople === true);
		expect((await call(takeBack, { method: 'DELETE', params: { id } })).status).toBe(
			statusFor(managesPeople, 200)
		);
	});

	it('reaches no invitation of this workspace through another', async () => {
		const params = { workspace: other.workspaceId, id: await newInvitation() };
		for (const handler of [takeBack, resend])
			expect((await call(handler, { method: 'POST', params })).status).toBe(isNobody ? 401 : 404);
	});

	it('makes and sees only own keys, and a key makes none', async () => {
		const { keyId } = await signInByKey({ home }, 'yoga');
		const listed = await call(listKeys);
		expect(listed.status).toBe(statusFor(isMember, 200));
		expect(listed.text).not.toContain(keyId);
		const body = { name: 'Kasir', cap: 'view', endsAt: null };
		const status = statusFor(isMember && !isKey, 201);
		expect((await call(makeKey, { method: 'POST', body })).status).toBe(status);
	});

	it('ends only own keys, and a capped key ends none', async () => {
		for (const person of ['wulan', 'yoga'] as const) {
			const { keyId } = await signInByKey({ home }, person);
			const isOwn = /^owner$|for everything$/.test(name) && person === 'wulan';
			const { status } = await call(revokeKey, { method: 'DELETE', params: { id: keyId } });
			expect(status, person).toBe(statusFor(isOwn, 200));
			expect(await home.services.keys.lives(keyId), person).toBe(!isOwn);
		}
	});

	it('sees and ends only own sessions', async () => {
		const { sessionId } = await startSession(home, 'yoga');
		const mayAsk = !isNobody && !isKey;
		const listed = await call(listSessions);
		expect(listed.status).toBe(mayAsk ? 200 : 401);
		expect(listed.text).not.toContain(sessionId);
		const ended = await call(endSession, { method: 'DELETE', params: { id: sessionId } });
		expect(ended.status).toBe(mayAsk ? 404 : 401);
		if (!mayAsk) expect((await call(signOutEverywhere, { method: 'DELETE' })).status).toBe(401);
		expect(await home.services.sessions.lives(sessionId)).toBe(true);
	});

	it('reads and changes name and time zone only when looking after the workspace', async () => {
		const read = await call(readSettings);
		expect(read.status).toBe(statusFor(managesPeople, 200));
		expect(read.text.includes('timeZone')).toBe(managesPeople === true);
		const body = { name: `Toko ${++made}`, timeZone: 'Asia/Makassar' };
		expect((await call(writeSettings, { method: 'PUT', body })).status).toBe(statusFor(managesPeople, 200));
		const { name } = await home.services.storage.db
			.selectFrom('workspaces')
			.select('name')
			.where('id', '=', home.workspaceId)
			.executeTakeFirstOrThrow();
		expect(name === body.name).toBe(managesPeople === true);
	});

	it('changes the password only as somebody signed in who knows the present one', async () => {
		const body = { current: 'bukan kata sandi ini', next: 'empat ember cat merah' };
		const { status } = await call(changePassword, { method: 'PUT', body });
		expect(status).toBe(isNobody ? 401 : isKey ? 404 : 422);
	});

	it('is told of this workspace only as a member', async () => {
		const { status, text } = await call(listWorkspaces);
		expect(status).toBe(isNobody ? 401 : 200);
		expect(text.includes(home.workspaceId)).toBe(isMember === true);
	});
});

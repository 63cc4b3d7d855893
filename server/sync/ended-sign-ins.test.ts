import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '#server/auth/identity.ts';
import { closeCodes } from '#domain/wire/protocol.ts';
import {
	openDevice,
	signInByCookie,
	signInByKey,
	type OpenDevice
} from '../../tests/support/both-sockets.ts';
import { FeedClient } from '../../tests/support/feed-client.ts';
import { openPageTest, type PageTest } from '../../tests/support/page-test.ts';
import { accountOf, givePassword, password, startSession } from '../../tests/support/sign-in.ts';
import { assertDone } from '../../tests/support/test-workspace.ts';

let test: PageTest;
let pageId: string;

beforeAll(async () => {
	test = await openPageTest({ isRealDoor: true });
	pageId = await test.home.page('Buka toko', await test.home.folder('Toko'));
	await givePassword(test.home, 'rara');
});
afterAll(() => test.close());

/** Ends a sign-in, renames the page in the same breath, and sees that neither socket hears of it. */
async function expectEnd(device: OpenDevice, end: () => Promise<unknown>): Promise<void> {
	await end();
	const since = performance.now();
	assertDone(await test.home.send('wulan', 'pages.rename', { id: pageId, title: 'Setelah keluar' }));
	const [feed, page] = await Promise.all([device.feed.closed, device.page.untilClosed()]);
	expect([feed.code, page]).toEqual([closeCodes.sessionEnded, closeCodes.sessionEnded]);
	expect(performance.now() - since).toBeLessThan(1_000);
	expect(device.heard('Setelah keluar')).toBe(false);
	assertDone(await test.home.send('wulan', 'pages.rename', { id: pageId, title: 'Buka toko' }));
}

describe('the feed and the page of an ended sign-in', () => {
	it('close at once after signing out', async () => {
		const signIn = await signInByCookie(test, 'rara');
		await expectEnd(await openDevice(test, signIn, pageId), signIn.end);
	});

	it('close at once after signing out everywhere', async () => {
		const { id } = await accountOf(test.home, 'rara');
		const device = await openDevice(test, await signInByCookie(test, 'rara'), pageId);
		await expectEnd(device, () => test.home.services.sessions.endAll(id));
	});

	it('close at once after the password was changed on another device, where they stay open', async () => {
		const { identity, cookie } = await startSession(test.home, 'rara');
		const here = await openDevice(
			test,
			{ headers: { cookie, origin: test.origin }, end: async () => {} },
			pageId
		);
		const there = await openDevice(test, await signInByCookie(test, 'rara'), pageId);
		const input = { current: password, next: 'empat ember cat merah' };
		await expectEnd(there, async () =>
			expect(await test.home.services.accounts.changePassword(identity, input)).toBeUndefined()
		);
		await here.feed.frame((frame) => JSON.stringify(frame).includes('Setelah keluar'));
		expect(here.page.closed).toBeUndefined();
		here.close();
	});

	it('close at once after the key was revoked', async () => {
		const key = await signInByKey(test, 'rara');
		await expectEnd(await openDevice(test, key, pageId), key.end);
	});

	it('say to a device that was away that its person is no member any more', async () => {
		const { home, origin } = test;
		const { cookie, identity } = await startSession(home, 'yoga');
		const connect = () => new FeedClient(feedAddress(test), { cookie, origin }).closed;
		assertDone(await home.send('wulan', 'members.deactivate', { id: home.memberId('yoga') }));
		expect(await home.services.sessions.lives(sessionOf(identity))).toBe(false);
		expect(await connect()).toMatchObject({ code: closeCodes.noMember });
		assertDone(await home.send('wulan', 'members.reactivate', { id: home.memberId('yoga') }));
		expect(await connect()).toMatchObject({ code: closeCodes.sessionEnded });
	});

	it('say nothing of a membership to a device that signed out', async () => {
		const { home } = test;
		const { headers, end } = await signInByCookie(test, 'yoga');
		await end();
		assertDone(await home.send('wulan', 'members.deactivate', { id: home.memberId('yoga') }));
		const { closed } = new FeedClient(feedAddress(test), headers);
		expect(await closed).toMatchObject({ code: closeCodes.sessionEnded });
	});
});

function feedAddress(test: PageTest): string {
	const { workspaceId } = test.home;
	return test.url('').replace(/\/sync\/.*/, `/sync/feed?w=${workspaceId}`);
}

function sessionOf(identity: Identity): string {
	return identity.kind === 'session' ? identity.sessionId : '';
}

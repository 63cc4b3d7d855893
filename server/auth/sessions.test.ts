import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServices } from '../services.ts';
import { parseConfig } from '../config.ts';
import { accountOf, device, startSession } from '../../tests/support/sign-in.ts';
import { openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import type { Ended } from './endings.ts';
import { hashSecret } from './secret.ts';
import { absoluteMs, idleMs, lastSeenStepMs } from './sessions.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

describe('a session', () => {
	it('is known by its cookie, and the database holds only a hash of it', async () => {
		const { cookie, accountId, sessionId } = await startSession(home, 'rara');
		const token = cookie.slice('sid='.length);
		expect(await home.services.identify({ cookie })).toEqual({ kind: 'session', accountId, sessionId });
		const rows = await home.services.storage.db.selectFrom('sessions').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(rows[0]?.id).toBe(hashSecret(token));
		expect(await home.services.identify({ cookie: `sid=${hashSecret(token)}` })).toBeUndefined();
	});

	it('ends when it is not used for two weeks, and lives while it is', async () => {
		const { cookie, sessionId } = await startSession(home, 'rara');
		home.clock.advance(idleMs - 1);
		expect(await home.services.identify({ cookie })).toBeDefined();
		home.clock.advance(idleMs - 1);
		expect(await home.services.identify({ cookie })).toBeDefined();
		home.clock.advance(idleMs);
		expect(await home.services.sessions.lives(sessionId)).toBe(false);
		expect(await home.services.identify({ cookie })).toBeUndefined();
	});

	it('ends ninety days after signing in, however much it is used', async () => {
		const { cookie, sessionId } = await startSession(home, 'rara');
		for (let days = 0; days < 80; days += 10) {
			home.clock.advance(10 * 86_400_000);
			expect(await home.services.identify({ cookie })).toBeDefined();
		}
		home.clock.advance(absoluteMs - 80 * 86_400_000 - 1);
		expect(await home.services.identify({ cookie })).toBeDefined();
		home.clock.advance(1);
		expect(await home.services.sessions.lives(sessionId)).toBe(false);
		expect(await home.services.identify({ cookie })).toBeUndefined();
	});

	it('shows its device, its network and when it was last seen, in steps', async () => {
		const { cookie, accountId } = await startSession(home, 'rara');
		const [before] = await home.services.sessions.list(accountId);
		home.clock.advance(lastSeenStepMs - 1);
		await home.services.identify({ cookie });
		expect((await home.services.sessions.list(accountId))[0]?.lastSeenAt).toBe(before?.lastSeenAt);
		home.clock.advance(1);
		await home.services.identify({ cookie });
		expect((await home.services.sessions.list(accountId))[0]).toMatchObject({
			device: 'Chrome, Android',
			addressPrefix: '192.168.7.0/24',
			lastSeenAt: home.clock.now()
		});
	});

	it('replaces the one that the browser had before', async () => {
		const before = await startSession(home, 'rara');
		const { id } = await accountOf(home, 'rara');
		await home.services.sessions.start(id, device, before.cookie.slice('sid='.length));
		expect(await home.services.identify({ cookie: before.cookie })).toBeUndefined();
	});

	it('is ended only by its own account, and those who listen hear of it', async () => {
		const rara = await startSession(home, 'rara');
		const yoga = await startSession(home, 'yoga');
		const heard: Ended[] = [];
		home.services.sessions.onEnded((ended) => heard.push(ended));
		expect(await home.services.sessions.end(yoga.accountId, rara.sessionId)).toBe(false);
		expect(await home.services.sessions.end(rara.accountId, rara.sessionId)).toBe(true);
		expect(heard).toEqual([{ accountId: rara.accountId, sessionIds: [rara.sessionId], keyIds: [] }]);
		expect(await home.services.identify({ cookie: yoga.cookie })).toBeDefined();
	});

	it('ends everywhere, or everywhere else', async () => {
		const here = await startSession(home, 'rara');
		const there = await startSession(home, 'rara');
		await home.services.sessions.endAll(here.accountId, here.sessionId);
		expect(await home.services.identify({ cookie: there.cookie })).toBeUndefined();
		expect(await home.services.identify({ cookie: here.cookie })).toBeDefined();
		await home.services.sessions.endAll(here.accountId);
		expect(await home.services.identify({ cookie: here.cookie })).toBeUndefined();
	});

	it('has a cookie that only our own https address can set', async () => {
		const [plain] = home.services.sessions.cookies({ token: 'x', accountId: 'y' });
		expect(plain).toMatchObject({ name: 'sid', attributes: { secure: false } });
		const config = parseConfig({
			RAPI_DATA: home.dataDir,
			RAPI_URL: 'https://rapi.example',
			RAPI_LOG: 'silent'
		});
		const other = await createServices(config);
		const [session, account] = other.sessions.cookies({ token: 'x', accountId: 'y' });
		await other.close();
		expect(session?.name).toBe('__Host-sid');
		expect(session?.attributes).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' });
		expect(account).toMatchObject({ name: 'account', value: 'y', attributes: { httpOnly: false } });
	});
});

describe('deactivating somebody', () => {
	it('ends their sessions and keys at once, in the same commit', async () => {
		const { cookie, identity } = await startSession(home, 'rizky');
		const made = await home.services.keys.create(home.caller('rizky'), {
			name: 'Kasir',
			cap: 'view',
			endsAt: null
		});
		if ('refused' in made) throw new Error(made.refused);
		await home.send('wulan', 'members.deactivate', { id: home.memberId('rizky') });
		expect(await home.services.identify({ cookie })).toBeUndefined();
		expect(await home.services.identify({ authorization: `Bearer ${made.secret}` })).toBeUndefined();
		expect(await home.services.callerFor(identity, home.workspaceId)).toBeUndefined();
		await home.send('wulan', 'members.reactivate', { id: home.memberId('rizky') });
		expect(await home.services.identify({ authorization: `Bearer ${made.secret}` })).toBeUndefined();
	});
});

import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSession } from '../../tests/support/sign-in.ts';
import { openTestWorkspace, type Person, type TestWorkspace } from '../../tests/support/test-workspace.ts';
import type { Ended } from './endings.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

async function makeKey(person: Person, facts: { cap?: string; endsAt?: number | null } = {}) {
	const input = { name: 'Kasir', cap: 'edit', endsAt: null, ...facts };
	const made = await home.services.keys.create(home.caller(person), input);
	if ('refused' in made) throw new Error(made.refused);
	return { ...made, authorization: `Bearer ${made.secret}` };
}

describe('who somebody is in a workspace', () => {
	it('is the member of their account, by id or slug', async () => {
		const { identity } = await startSession(home, 'rara');
		const slug = `rona-${home.workspaceId.slice(-6)}`;
		const expected = home.caller('rara');
		expect(await home.services.callerFor(identity, home.workspaceId)).toEqual(expected);
		expect(await home.services.callerFor(identity, slug)).toEqual(expected);
		expect(await home.services.callerFor(identity, uuidv7())).toBeUndefined();
	});

	it('is nobody once the session has ended, even for an identity read before', async () => {
		const { identity, accountId } = await startSession(home, 'rara');
		await home.services.sessions.endAll(accountId);
		expect(await home.services.callerFor(identity, home.workspaceId)).toBeUndefined();
	});

	it('differs by workspace for one account in several', async () => {
		const { identity, accountId } = await startSession(home, 'rara');
		const workspaceId = await joinOtherShop(accountId);
		const there = await home.services.callerFor(identity, workspaceId);
		expect(there?.workspaceId).toBe(workspaceId);
		expect(there?.memberId).not.toBe(home.memberId('rara'));
		const shops = await home.services.accounts.workspaces(identity);
		expect(shops.map(({ name }) => name)).toEqual(['Kopi Lestari', 'Selasar Rona']);
	});
});

describe('an API key', () => {
	it('speaks for its member with its cap, and is kept only as a hash', async () => {
		const { authorization, secret } = await makeKey('rara', { cap: 'view' });
		expect(secret).toMatch(/^rapi_[\w-]{43}$/);
		const identity = await home.services.identify({ authorization });
		if (!identity) throw new Error('not known');
		expect(await home.services.callerFor(identity, home.workspaceId)).toEqual(home.caller('rara', 'view'));
		const rows = await home.services.storage.db.selectFrom('apiKeys').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(secret);
	});

	it('works in its own workspace only', async () => {
		const { authorization } = await makeKey('rara');
		const identity = await home.services.identify({ authorization });
		if (!identity) throw new Error('not known');
		const workspaceId = await joinOtherShop(identity.accountId);
		expect(await home.services.callerFor(identity, workspaceId)).toBeUndefined();
		expect(await home.services.accounts.workspaces(identity)).toHaveLength(1);
	});

	it('ends at its date and cannot begin after it', async () => {
		const endsAt = home.clock.now() + 1000;
		const { authorization } = await makeKey('rara', { endsAt });
		expect(await home.services.identify({ authorization })).toBeDefined();
		home.clock.advance(1000);
		expect(await home.services.identify({ authorization })).toBeUndefined();
		expect(await home.services.keys.create(home.caller('rara'), { name: 'X', cap: 'view', endsAt })).toEqual({
			refused: 'invalid',
			field: 'endsAt'
		});
	});

	it('is revoked by its member alone, and those who listen hear of it', async () => {
		const { authorization, key } = await makeKey('rara');
		const heard: Ended[] = [];
		home.services.sessions.onEnded((ended) => heard.push(ended));
		expect(await home.services.keys.revoke(home.caller('yoga'), key.id)).toMatchObject({
			refused: 'not_found'
		});
		expect(await home.services.identify({ authorization })).toBeDefined();
		expect(await home.services.keys.revoke(home.caller('rara'), key.id)).toBeUndefined();
		expect(await home.services.identify({ authorization })).toBeUndefined();
		expect(heard.map(({ keyIds }) => keyIds)).toEqual([[key.id]]);
		expect(await home.services.keys.list(home.caller('rara'))).toEqual([]);
	});

	it('is an event when it is made and when it is revoked, without its secret', async () => {
		const { key, secret } = await makeKey('rara');
		await home.services.keys.revoke(home.caller('yoga'), key.id);
		await home.services.keys.revoke(home.caller('rara'), key.id);
		const events = await home.services.storage.db.selectFrom('event').selectAll().execute();
		expect(events.map(({ name, actor, cause }) => [name, actor, cause])).toEqual([
			['keys.make', home.memberId('rara'), key.id],
			['keys.revoke', home.memberId('rara'), key.id]
		]);
		expect(JSON.stringify(events)).not.toContain(secret);
	});

	it('cannot be made with a key that may not manage', async () => {
		const made = await home.services.keys.create(home.caller('rara', 'edit'), {
			name: 'X',
			cap: 'manage',
			endsAt: null
		});
		expect(made).toMatchObject({ refused: 'not_found' });
	});

	it('that is wrong is not helped by a session cookie', async () => {
		const { cookie } = await startSession(home, 'rara');
		for (const authorization of ['Bearer rapi_wrong', 'Basic eDp5', '']) {
			expect(await home.services.identify({ authorization, cookie })).toBeUndefined();
		}
	});
});

async function joinOtherShop(accountId: string): Promise<string> {
	const { db } = home.services.storage;
	const id = uuidv7();
	const now = home.clock.now();
	await db
		.insertInto('workspaces')
		.values({
			id,
			name: 'Kopi Lestari',
			slug: 'kopi',
			version: 0,
			accessEpoch: 0,
			settings: '{}',
			createdAt: now
		})
		.execute();
	const facts = { title: '', company: '', joinedAt: now, deactivatedAt: null, version: 0, deletedAt: null };
	await db
		.insertInto('members')
		.values({ id: uuidv7(), workspaceId: id, accountId, name: 'Rara', role: 'owner', ...facts })
		.execute();
	return id;
}

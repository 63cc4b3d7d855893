import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertSignedIn, device, givePassword, password, startSession } from '../../tests/support/sign-in.ts';
import { createAccounts } from './accounts.ts';
import { openTestWorkspace, type TestWorkspace } from '../../tests/support/test-workspace.ts';

let home: TestWorkspace;
beforeEach(async () => {
	home = await openTestWorkspace();
});
afterEach(() => home.close());

const signIn = (email: string, typed: string, address = device.address) =>
	home.services.accounts.signIn({ email, password: typed }, { ...device, address });

describe('signing in', () => {
	it('takes the e-mail in any case, and gives a new session each time', async () => {
		const { email, id } = await givePassword(home, 'rara');
		const first = assertSignedIn(await signIn(email, password));
		const second = assertSignedIn(await signIn(` ${email.toUpperCase()} `, password));
		expect(first.accountId).toBe(id);
		expect(second.sessionId).not.toBe(first.sessionId);
	});

	it('answers an unknown e-mail and a wrong password alike', async () => {
		const { email } = await givePassword(home, 'rara');
		const wrong = await signIn(email, 'tiga ember cat hijau');
		const unknown = await signIn('nobody@selasar-rona.example', password);
		expect(wrong).toEqual({ refused: 'wrong_credentials' });
		expect(unknown).toEqual(wrong);
	});

	it('lets nobody in without a password of their own', async () => {
		const { email } = await startSession(home, 'yoga').then(() => givenNone());
		expect(await signIn(email, '')).toEqual({ refused: 'wrong_credentials' });
	});

	it('names the field that cannot be read', async () => {
		expect(await signIn('no-address', password)).toEqual({ refused: 'invalid', field: 'email' });
		expect(await home.services.accounts.signIn(undefined, device)).toMatchObject({ refused: 'invalid' });
	});
});

describe('a password that changes while the old one is being checked', () => {
	it('lets nobody in with the old one', async () => {
		const { email, id } = await givePassword(home, 'rara');
		const { sessions, passwords, throttle, storage } = home.services;
		const next = await passwords.hash('empat ember cat hijau');
		/** Right by what was read before, and by the time that it says so the password is another one. */
		async function verify(hash: string | undefined, typed: string) {
			const right = await passwords.verify(hash, typed);
			await storage.db.updateTable('accounts').set({ passwordHash: next }).where('id', '=', id).execute();
			await sessions.endAll(id);
			return right;
		}
		const parts = {
			db: storage.db,
			clock: home.clock,
			passwords: { ...passwords, verify },
			sessions,
			throttle
		};
		const result = await createAccounts(parts).signIn({ email, password }, device);
		expect(result).toEqual({ refused: 'wrong_credentials' });
		expect(await sessions.list(id)).toEqual([]);
	});
});

describe('the limit of tries', () => {
	it('stops an account after ten wrong ones from anywhere, even for the right password', async () => {
		const { email } = await givePassword(home, 'rara');
		for (let n = 0; n < 10; n++) await signIn(email, 'salah sama sekali', `10.0.${n}.1`);
		const stopped = await signIn(email, password, '10.1.1.1');
		expect(stopped).toEqual({ refused: 'too_many', retryAfter: 900 });
		home.clock.advance(15 * 60 * 1000);
		assertSignedIn(await signIn(email, password));
	});

	it('stops unknown e-mails the same way', async () => {
		for (let n = 0; n < 10; n++) await signIn('nobody@x.example', 'salah sama sekali', `10.0.${n}.1`);
		expect(await signIn('nobody@x.example', password)).toMatchObject({ refused: 'too_many' });
	});

	it('begins anew after the right password', async () => {
		const { email } = await givePassword(home, 'rara');
		for (let n = 0; n < 9; n++) await signIn(email, 'salah sama sekali');
		assertSignedIn(await signIn(email, password));
		expect(await signIn(email, 'salah sama sekali')).toEqual({ refused: 'wrong_credentials' });
	});

	it('stops one address that tries many accounts, and only that one', async () => {
		const { throttle } = home.services;
		const rule = { limit: 100, windowMs: 15 * 60 * 1000 };
		for (let n = 0; n < 100; n++) await throttle.take('address:10.0.0.0/24', rule);
		const { email } = await givePassword(home, 'rara');
		expect(await signIn(email, password, '10.0.0.77')).toMatchObject({ refused: 'too_many' });
		assertSignedIn(await signIn(email, password, '10.0.1.77'));
	});

	it('lets nobody pass when it cannot count', async () => {
		const { email } = await givePassword(home, 'rara');
		home.services.storage.sqlite.exec('drop table throttle');
		await expect(signIn(email, password)).rejects.toThrow();
	});
});

describe('changing the password', () => {
	it('keeps this session and ends the others', async () => {
		const { email } = await givePassword(home, 'rara');
		const here = await startSession(home, 'rara');
		const there = await startSession(home, 'rara');
		const next = 'empat ember cat hijau';
		expect(
			await home.services.accounts.changePassword(here.identity, { current: password, next })
		).toBeUndefined();
		expect(await home.services.identify({ cookie: here.cookie })).toBeDefined();
		expect(await home.services.identify({ cookie: there.cookie })).toBeUndefined();
		const events = await home.services.storage.db.selectFrom('event').select(['name', 'actor']).execute();
		expect(events).toEqual([{ name: 'account.changePassword', actor: home.memberId('rara') }]);
		expect(await signIn(email, password)).toEqual({ refused: 'wrong_credentials' });
		assertSignedIn(await signIn(email, next));
	});

	it('needs the present one, and a new one that is not easy to guess', async () => {
		await givePassword(home, 'rara');
		const { identity } = await startSession(home, 'rara');
		const { accounts } = home.services;
		expect(
			await accounts.changePassword(identity, { current: 'salah sama sekali', next: 'empat ember cat hijau' })
		).toEqual({
			refused: 'wrong_password',
			field: 'current'
		});
		expect(await accounts.changePassword(identity, { current: password, next: 'password1234' })).toEqual({
			refused: 'password_common',
			field: 'next'
		});
	});

	it('takes none that is made of the name of the company', async () => {
		await givePassword(home, 'rara');
		const { identity } = await startSession(home, 'rara');
		home.services.storage.sqlite.exec(`update workspaces set name = 'Toko Melati Wangi'`);
		const next = 'toko melati wangi';
		expect(await home.services.accounts.changePassword(identity, { current: password, next })).toEqual({
			refused: 'password_common',
			field: 'next'
		});
	});
});

async function givenNone() {
	return home.services.storage.db
		.selectFrom('accounts')
		.select('email')
		.where('name', 'like', 'Yoga%')
		.executeTakeFirstOrThrow();
}

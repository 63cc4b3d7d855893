import type { SignedIn } from '#server/auth/accounts.ts';
import type { Identity } from '#server/auth/identity.ts';
import { isPeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Person, TestWorkspace } from './test-workspace.ts';

export const password = 'tiga ember cat biru';
export const device = { userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0', address: '192.168.7.21' };

/** The account behind one of the cast. */
export async function accountOf(home: TestWorkspace, person: Person) {
	return home.services.storage.db
		.selectFrom('accounts')
		.innerJoin('members', 'members.accountId', 'accounts.id')
		.select(['accounts.id', 'email'])
		.where('members.id', '=', home.memberId(person))
		.executeTakeFirstOrThrow();
}

/** Gives one of the cast the tests' password; answers the account. */
export async function givePassword(home: TestWorkspace, person: Person) {
	const account = await accountOf(home, person);
	const passwordHash = await home.services.passwords.hash(password);
	const { db } = home.services.storage;
	await db.updateTable('accounts').set({ passwordHash }).where('id', '=', account.id).execute();
	return account;
}

/** Starts a session as one of the cast without the work of a password. */
export async function startSession(home: TestWorkspace, person: Person) {
	const { id: accountId } = await accountOf(home, person);
	const { id: sessionId, token } = await home.services.sessions.start(accountId, device);
	const identity: Identity = { kind: 'session', accountId, sessionId };
	return { identity, accountId, sessionId, cookie: `sid=${token}` };
}

export function assertSignedIn(
	result: Awaited<ReturnType<TestWorkspace['services']['accounts']['signIn']>>
): SignedIn {
	if (isPeopleRefusal(result)) throw new Error(`refused: ${result.refused}`);
	return result;
}

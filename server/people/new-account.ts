import { uuidv7 } from 'uuidv7';
import { passwordProblem } from '../auth/password-rules.ts';
import type { Passwords } from '../auth/passwords.ts';
import type { Trx } from '../storage/tables.ts';
import { refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';

export interface NewAccount {
	email: string;
	name: string;
	password: string;
	locale: string;
}

/** The row of an account to be, with its password hashed; or why the password may not be that. */
export async function prepareAccount(
	passwords: Passwords,
	{ email, name, password, locale }: NewAccount,
	workspaceName: string,
	now: number
) {
	const problem = passwordProblem(password, [email, name, workspaceName]);
	if (problem) return refusePeople(problem, 'password');
	const passwordHash = await passwords.hash(password);
	return { id: uuidv7(), email, name, passwordHash, locale, createdAt: now };
}

type AccountRow = Exclude<Awaited<ReturnType<typeof prepareAccount>>, PeopleRefusal>;

/** False when somebody has an account with this e-mail already. */
export async function insertAccount(trx: Trx, account: AccountRow): Promise<boolean> {
	const added = await trx
		.insertInto('accounts')
		.values(account)
		.onConflict((conflict) => conflict.column('email').doNothing())
		.returning('id')
		.executeTakeFirst();
	return added !== undefined;
}

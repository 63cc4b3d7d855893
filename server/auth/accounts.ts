import { uuidv7 } from 'uuidv7';
import * as v from 'valibot';
import { limits, parse } from '#domain/kernel/schema.ts';
import { emailSchema } from '#domain/people/account.ts';
import { refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Clock } from '../clock.ts';
import { appendAct } from '../events/event-log.ts';
import type { Database, Trx } from '../storage/tables.ts';
import { addressPrefix, type Device } from './device.ts';
import { guessableFor } from './guessable-words.ts';
import type { Identity } from './identity.ts';
import { passwordProblem } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import { hashSecret } from './secret.ts';
import type { SessionCookie, Sessions } from './sessions.ts';
import type { Throttle, ThrottleRule } from './throttle.ts';

const quarterHour = 15 * 60 * 1000;
const perAccount: ThrottleRule = { limit: 10, windowMs: quarterHour };
/** A shop's whole staff may share one address. */
const perAddress: ThrottleRule = { limit: 100, windowMs: quarterHour };

const typedPassword = v.pipe(v.string(), v.maxLength(limits.passwordMax * 4));
const signInSchema = v.object({ email: emailSchema, password: typedPassword });
const changePasswordSchema = v.object({ current: typedPassword, next: typedPassword });

/** Somebody's own account, as they may see it. */
export interface AccountInfo {
	id: string;
	email: string;
	name: string;
	locale: string;
}

export interface MembershipInfo {
	id: string;
	slug: string;
	name: string;
	memberId: string;
	role: string;
}

export interface SignedIn {
	accountId: string;
	sessionId: string;
	cookies: readonly SessionCookie[];
}

export interface Accounts {
	/**
	 * Checks e-mail and password and starts a session with a new token; the session that the Cookie
	 * header names ends. Unknown e-mail and wrong password take the same work and get one answer.
	 */
	signIn(input: unknown, device: Device, cookieHeader?: string): Promise<SignedIn | PeopleRefusal>;
	/** Signs in the account that somebody has just made, by setting up or joining. */
	signInNew(accountId: string, device: Device, cookieHeader?: string): Promise<SignedIn>;
	/** Sets a new password; this session stays, every other one of the account ends. */
	changePassword(identity: Identity, input: unknown): Promise<PeopleRefusal | undefined>;
	find(accountId: string): Promise<AccountInfo | undefined>;
	/** The workspaces where the identity's account is an active member; a key knows its own only. */
	workspaces(identity: Identity): Promise<MembershipInfo[]>;
}

export interface AccountParts {
	db: Database;
	clock: Clock;
	passwords: Passwords;
	sessions: Sessions;
	throttle: Throttle;
}

export function createAccounts({ db, clock, passwords, sessions, throttle }: AccountParts): Accounts {
	async function signIn(input: unknown, device: Device, cookieHeader = '') {
		const parsed = parse(signInSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { email, password } = parsed.value;
		const wait = await countTry(`address:${addressPrefix(device.address)}`, accountKey(email));
		if (wait !== undefined) return { ...refusePeople('too_many'), retryAfter: wait };
		const account = await db
			.selectFrom('accounts')
			.select(['id', 'passwordHash'])
			.where('email', '=', email)
			.executeTakeFirst();
		const right = await passwords.verify(account?.passwordHash, password);
		if (!account || !right) return refusePeople('wrong_credentials');
		await throttle.forgive(accountKey(email));
		const signedIn = await signInNew(account.id, device, cookieHeader);
		if (await hasPassword(account.id, account.passwordHash)) return signedIn;
		await sessions.end(account.id, signedIn.sessionId);
		return refusePeople('wrong_credentials');
	}

	/**
	 * Asked once the session is there: a new password that was set while the old one was being checked
	 * ends the sessions that it finds, and this one may have come after.
	 */
	async function hasPassword(accountId: string, passwordHash: string): Promise<boolean> {
		const account = await db
			.selectFrom('accounts')
			.select('id')
			.where('id', '=', accountId)
			.where('passwordHash', '=', passwordHash)
			.executeTakeFirst();
		return account !== undefined;
	}

	async function signInNew(accountId: string, device: Device, cookieHeader = ''): Promise<SignedIn> {
		const { id, token } = await sessions.start(accountId, device, sessions.tokenIn(cookieHeader));
		return { accountId, sessionId: id, cookies: sessions.cookies({ token, accountId }) };
	}

	/** Counts against the address first: one that tries too much does not lock anybody's account. */
	async function countTry(address: string, account: string): Promise<number | undefined> {
		return (await throttle.take(address, perAddress)) ?? (await throttle.take(account, perAccount));
	}

	async function changePassword(identity: Identity, input: unknown) {
		if (identity.kind !== 'session') return refusePeople('not_found');
		const parsed = parse(changePasswordSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { current, next } = parsed.value;
		const account = await db
			.selectFrom('accounts')
			.select(['id', 'email', 'name', 'passwordHash'])
			.where('id', '=', identity.accountId)
			.executeTakeFirstOrThrow();
		const wait = await throttle.take(accountKey(account.email), perAccount);
		if (wait !== undefined) return { ...refusePeople('too_many'), retryAfter: wait };
		if (!(await passwords.verify(account.passwordHash, current))) {
			return refusePeople('wrong_password', 'current');
		}
		const problem = passwordProblem(next, await guessableFor(db, account));
		if (problem) return refusePeople(problem, 'next');
		const passwordHash = await passwords.hash(next);
		await db.transaction().execute((trx) => setPassword(trx, account.id, passwordHash));
		await throttle.forgive(accountKey(account.email));
		await sessions.endAll(identity.accountId, identity.sessionId);
		return undefined;
	}

	/** Sets it, with an event in every workspace where the account is an active member. */
	async function setPassword(trx: Trx, accountId: string, passwordHash: string): Promise<void> {
		await trx.updateTable('accounts').set({ passwordHash }).where('id', '=', accountId).execute();
		const members = await trx
			.selectFrom('members')
			.select(['id as memberId', 'workspaceId'])
			.where('accountId', '=', accountId)
			.where('deactivatedAt', 'is', null)
			.where('deletedAt', 'is', null)
			.execute();
		const act = { name: 'account.changePassword', cause: uuidv7(), at: clock.now() };
		for (const member of members) await appendAct(trx, { ...member, ...act });
	}

	function find(accountId: string): Promise<AccountInfo | undefined> {
		return db
			.selectFrom('accounts')
			.select(['id', 'email', 'name', 'locale'])
			.where('id', '=', accountId)
			.executeTakeFirst();
	}

	async function workspaces(identity: Identity): Promise<MembershipInfo[]> {
		const rows = await db
			.selectFrom('members')
			.innerJoin('workspaces', 'workspaces.id', 'members.workspaceId')
			.select(['workspaces.id', 'slug', 'workspaces.name', 'members.id as memberId', 'role'])
			.where('members.accountId', '=', identity.accountId)
			.where('members.deactivatedAt', 'is', null)
			.where('members.deletedAt', 'is', null)
			.orderBy('workspaces.name')
			.orderBy('workspaces.id')
			.execute();
		return identity.kind === 'key' ? rows.filter(({ memberId }) => memberId === identity.memberId) : rows;
	}

	return { signIn, signInNew, changePassword, find, workspaces };
}

/** Hashed, so that an e-mail typed by a stranger is not written down. Counts unknown ones alike. */
function accountKey(email: string): string {
	return `account:${hashSecret(email)}`;
}

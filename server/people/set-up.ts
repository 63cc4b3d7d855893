import * as v from 'valibot';
import { filledLineSchema, limits, lineSchema, parse } from '#domain/kernel/schema.ts';
import { emailSchema } from '#domain/people/account.ts';
import { zoneSchema } from '#domain/people/workspace-zone.ts';
import { isPeopleRefusal, refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import type { Passwords } from '../auth/passwords.ts';
import { hashSecret, newSecret } from '../auth/secret.ts';
import type { Clock } from '../clock.ts';
import type { Bus } from '../events/bus.ts';
import type { Database, Trx } from '../storage/tables.ts';
import { insertAccount, prepareAccount } from './new-account.ts';
import { openWorkspace } from './new-workspace.ts';
import { refusable, Refused } from './refused.ts';

const tokenKey = 'set-up-token';
const chosen = v.optional(v.pipe(v.array(lineSchema(limits.name)), v.maxLength(20)), []);

export const setUpSchema = v.object({
	token: v.pipe(v.string(), v.maxLength(100)),
	workspaceName: filledLineSchema(limits.name),
	name: filledLineSchema(limits.name),
	email: emailSchema,
	password: v.pipe(v.string(), v.maxLength(limits.passwordMax * 4)),
	locale: v.picklist(['id', 'en']),
	sells: chosen,
	channels: chosen,
	/** Of the owner's device; one that does not exist is none, and keeps nobody out. */
	timeZone: v.fallback(v.optional(zoneSchema), undefined)
});

export interface SetUpDone {
	workspaceId: string;
	slug: string;
	memberId: string;
	accountId: string;
}

export interface SetUp {
	/** A new one-time token while Rapi has no owner; the one before stops working. */
	offer(): Promise<string | undefined>;
	/** Whether Rapi has no owner yet. */
	isOpen(): Promise<boolean>;
	/** Whether this is the token that was offered last and there is still no owner. */
	accepts(token: string): Promise<boolean>;
	/** Makes the first workspace, account and owner at once; the token works once. */
	setUp(input: unknown): Promise<SetUpDone | PeopleRefusal>;
}

export interface SetUpParts {
	db: Database;
	bus: Bus;
	clock: Clock;
	passwords: Passwords;
}

export function createSetUp({ db, bus, clock, passwords }: SetUpParts): SetUp {
	async function offer(): Promise<string | undefined> {
		if (await hasOwner(db)) return undefined;
		const token = newSecret();
		await db
			.replaceInto('meta')
			.values({ key: tokenKey, value: hashSecret(token) })
			.execute();
		return token;
	}

	async function accepts(token: string): Promise<boolean> {
		return !(await hasOwner(db)) && (await isOffered(db, token));
	}

	async function setUp(input: unknown): Promise<SetUpDone | PeopleRefusal> {
		const parsed = parse(setUpSchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { token, workspaceName, sells, channels, timeZone, ...person } = parsed.value;
		if (!(await accepts(token))) return refusePeople('link_invalid', 'token');
		const now = clock.now();
		const account = await prepareAccount(passwords, person, workspaceName, now);
		if (isPeopleRefusal(account)) return account;
		const done = await refusable(() =>
			db.transaction().execute(async (trx) => {
				await useToken(trx, token);
				if (!(await insertAccount(trx, account))) throw new Refused(refusePeople('sign_in_first', 'email'));
				const settings = { sells, channels, locale: person.locale, timeZone };
				const owner = { accountId: account.id, name: person.name };
				return openWorkspace(trx, { name: workspaceName, settings, owner }, now);
			})
		);
		if (isPeopleRefusal(done)) return done;
		bus.publish(done.news);
		const { workspaceId, slug, memberId } = done;
		return { workspaceId, slug, memberId, accountId: account.id };
	}

	return { offer, isOpen: async () => !(await hasOwner(db)), accepts, setUp };
}

/** Two who use the link at once: the second finds no token. */
async function useToken(trx: Trx, token: string): Promise<void> {
	if (await hasOwner(trx)) throw new Refused(refusePeople('link_invalid', 'token'));
	const used = await trx
		.deleteFrom('meta')
		.where('key', '=', tokenKey)
		.where('value', '=', hashSecret(token))
		.returning('key')
		.executeTakeFirst();
	if (!used) throw new Refused(refusePeople('link_invalid', 'token'));
}

async function isOffered(db: Database, token: string): Promise<boolean> {
	const row = await db.selectFrom('meta').select('value').where('key', '=', tokenKey).executeTakeFirst();
	return row?.value === hashSecret(token);
}

async function hasOwner(db: Database): Promise<boolean> {
	const owner = await db
		.selectFrom('members')
		.select('id')
		.where('role', '=', 'owner')
		.where('deletedAt', 'is', null)
		.executeTakeFirst();
	return owner !== undefined;
}

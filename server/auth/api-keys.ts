import * as v from 'valibot';
import { uuidv7 } from 'uuidv7';
import { grantLevels, type GrantLevel, type Level } from '#domain/access/level.ts';
import { refusePeople, type PeopleRefusal } from '#domain/people/people-refusal.ts';
import { filledLineSchema, limits, parse, timeSchema } from '#domain/kernel/schema.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../records/command-runner.ts';
import { appendAct } from '../events/event-log.ts';
import type { Database, Trx } from '../storage/tables.ts';
import type { Endings } from './endings.ts';
import type { Identity } from './identity.ts';
import { hashSecret, newSecret } from './secret.ts';

/** How finely *last used* is kept. */
const lastUsedStepMs = 5 * 60 * 1000;
const prefix = 'rapi_';

export const newKeySchema = v.object({
	name: filledLineSchema(limits.name),
	/** The most that the key may do in any folder; the member's own rights stay the limit. */
	cap: v.picklist(grantLevels),
	endsAt: v.nullable(timeSchema)
});

/** A key as its owner sees it afterwards: without the secret. */
export interface KeyInfo {
	id: string;
	name: string;
	cap: GrantLevel;
	createdAt: number;
	lastUsedAt: number | null;
	endsAt: number | null;
}

export interface ApiKeys {
	/** Makes a key of the caller; the secret is in this answer and nowhere else. */
	create(caller: Caller, input: unknown): Promise<{ key: KeyInfo; secret: string } | PeopleRefusal>;
	/** The caller's keys that still work. */
	list(caller: Caller): Promise<KeyInfo[]>;
	/** Ends one key of the caller's; its sockets close. Another key may do so only with *manage*. */
	revoke(caller: Caller, id: string): Promise<PeopleRefusal | undefined>;
	/** Whose key a secret is; counts as use of it. */
	find(secret: string): Promise<Extract<Identity, { kind: 'key' }> | undefined>;
	lives(id: string): Promise<boolean>;
}

export function createApiKeys(db: Database, clock: Clock, endings: Endings): ApiKeys {
	/** Keys that work now: neither revoked nor over. */
	function living() {
		return db
			.selectFrom('apiKeys')
			.where('apiKeys.revokedAt', 'is', null)
			.where((eb) => eb.or([eb('apiKeys.endsAt', 'is', null), eb('apiKeys.endsAt', '>', clock.now())]));
	}

	async function create(caller: Caller, input: unknown) {
		const parsed = parse(newKeySchema, input);
		if (!parsed.ok) return refusePeople('invalid', parsed.field);
		const { name, cap, endsAt } = parsed.value;
		const now = clock.now();
		if (endsAt !== null && endsAt <= now) return refusePeople('invalid', 'endsAt');
		if (caller.cap !== 'manage') return refusePeople('not_found');
		const secret = prefix + newSecret();
		const key: KeyInfo = { id: uuidv7(), name, cap, createdAt: now, lastUsedAt: null, endsAt };
		const { workspaceId, memberId } = caller;
		await db.transaction().execute(async (trx) => {
			await trx
				.insertInto('apiKeys')
				.values({ ...key, workspaceId, memberId, tokenHash: hashSecret(secret), revokedAt: null })
				.execute();
			await appendAct(trx, { workspaceId, memberId, name: 'keys.make', cause: key.id, at: now });
		});
		return { key, secret };
	}

	async function list({ memberId }: Caller): Promise<KeyInfo[]> {
		const rows = await living()
			.select(['id', 'name', 'cap', 'createdAt', 'lastUsedAt', 'endsAt'])
			.where('memberId', '=', memberId)
			.orderBy('id')
			.execute();
		return rows.map((row) => ({ ...row, cap: row.cap as GrantLevel }));
	}

	async function revoke(caller: Caller, id: string): Promise<PeopleRefusal | undefined> {
		const { memberId, cap } = caller;
		if (cap !== 'manage') return refusePeople('not_found', 'id');
		const revoked = await db.transaction().execute((trx) => takeBack(trx, caller, id));
		if (!revoked) return refusePeople('not_found', 'id');
		const { accountId } = await db
			.selectFrom('members')
			.select('accountId')
			.where('id', '=', memberId)
			.executeTakeFirstOrThrow();
		endings.publish({ accountId, sessionIds: [], keyIds: [id] });
		return undefined;
	}

	/** False when the caller has no such key that is not taken back yet. */
	async function takeBack(trx: Trx, { workspaceId, memberId }: Caller, id: string): Promise<boolean> {
		const at = clock.now();
		const row = await trx
			.updateTable('apiKeys')
			.set({ revokedAt: at })
			.where('id', '=', id)
			.where('memberId', '=', memberId)
			.where('revokedAt', 'is', null)
			.returning('id')
			.executeTakeFirst();
		if (row) await appendAct(trx, { workspaceId, memberId, name: 'keys.revoke', cause: id, at });
		return row !== undefined;
	}

	async function find(secret: string) {
		if (!secret.startsWith(prefix)) return undefined;
		const row = await living()
			.innerJoin('members', 'members.id', 'apiKeys.memberId')
			.select(['apiKeys.id', 'apiKeys.memberId', 'apiKeys.workspaceId', 'apiKeys.cap', 'members.accountId'])
			.where('apiKeys.tokenHash', '=', hashSecret(secret))
			.where('members.deactivatedAt', 'is', null)
			.where('members.deletedAt', 'is', null)
			.executeTakeFirst();
		if (!row) return undefined;
		await touch(row.id);
		const { id: keyId, accountId, memberId, workspaceId } = row;
		return { kind: 'key', accountId, keyId, memberId, workspaceId, cap: row.cap as Level } as const;
	}

	async function touch(id: string): Promise<void> {
		const now = clock.now();
		await db
			.updateTable('apiKeys')
			.set({ lastUsedAt: now })
			.where('id', '=', id)
			.where((eb) => eb.or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<=', now - lastUsedStepMs)]))
			.execute();
	}

	async function lives(id: string): Promise<boolean> {
		return (await living().select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
	}

	return { create, list, revoke, find, lives };
}

import Dexie, { type EntityTable } from 'dexie';
import * as v from 'valibot';
import { roles } from '#domain/access/level.ts';
import { idSchema, parse } from '#domain/kernel/schema.ts';
import type { SyncPorts } from './sync-ports.ts';

/** A workspace that this device has a place for, found again with no network. */
export interface KnownWorkspace {
	id: string;
	slug: string;
	name: string;
	memberId: string;
	/** The account that the copy belongs to. */
	accountId: string;
	role: (typeof roles)[number];
	openedAt: number;
	/** When its person was found to be no member any more; texts of theirs wait here. Null while they are one. */
	removedAt: number | null;
}

/** What `GET /api/v1/workspaces` answers, as far as the device keeps it. */
const answerSchema = v.object({
	accountId: idSchema,
	workspaces: v.array(
		v.object({
			id: idSchema,
			slug: v.string(),
			name: v.string(),
			memberId: idSchema,
			role: v.picklist(roles)
		})
	)
});

/** Why a workspace could not be opened. */
export type OpenProblem = 'signedOut' | 'notFound' | 'unreachable';

export class WorkspaceUnavailable extends Error {
	readonly problem: OpenProblem;
	constructor(problem: OpenProblem) {
		super(`The workspace cannot be opened: ${problem}.`);
		this.problem = problem;
	}
}

class DirectoryDatabase extends Dexie {
	declare readonly workspaces: EntityTable<KnownWorkspace, 'memberId'>;
	constructor({ indexedDB, IDBKeyRange }: SyncPorts) {
		super('rapi-device', { indexedDB, IDBKeyRange });
		this.version(1).stores({ workspaces: 'memberId, slug' });
	}
}

/**
 * The workspaces that this device has a place for. Several people may have signed in on it, one after
 * the other: each finds only their own.
 */
export class DeviceDirectory {
	readonly #db: DirectoryDatabase;
	readonly #ports: SyncPorts;

	constructor(ports: SyncPorts) {
		this.#ports = ports;
		this.#db = new DirectoryDatabase(ports);
	}

	/** Those of the account that is signed in on this browser, most recently opened first. */
	async list(): Promise<KnownWorkspace[]> {
		return (await this.ofAccount(this.#ports.account())).filter(({ removedAt }) => removedAt === null);
	}

	async find(slug: string): Promise<KnownWorkspace | undefined> {
		return (await this.ofAccount(this.#ports.account())).find((workspace) => workspace.slug === slug);
	}

	/** Every place of an account, those whose person was removed too. */
	async ofAccount(account: string | undefined): Promise<KnownWorkspace[]> {
		const known = (await this.#all()).filter(
			({ accountId }) => account !== undefined && accountId === account
		);
		return known.sort((a, b) => b.openedAt - a.openedAt);
	}

	/**
	 * Asks the server and remembers what it says; throws `WorkspaceUnavailable` when it cannot. `gone`
	 * are those that this account is no member of any more: their copies have to go.
	 */
	async refresh(): Promise<{ fresh: KnownWorkspace[]; gone: KnownWorkspace[] }> {
		const { accountId, workspaces } = await this.#ask();
		const before = new Map((await this.#all()).map((known) => [known.memberId, known]));
		const fresh = workspaces.map((workspace) => ({
			...workspace,
			accountId,
			openedAt: before.get(workspace.memberId)?.openedAt ?? 0,
			removedAt: null
		}));
		await this.#db.workspaces.bulkPut(fresh).catch(() => undefined);
		for (const { memberId } of fresh) before.delete(memberId);
		return { fresh, gone: [...before.values()].filter((known) => known.accountId === accountId) };
	}

	/** Notes that a workspace was opened just now. */
	async touch(memberId: string): Promise<void> {
		await this.#db.workspaces.update(memberId, { openedAt: this.#ports.now() }).catch(() => undefined);
	}

	/** Its person is no member any more, but texts of theirs lie here still: found by its name alone. */
	async markRemoved(memberId: string): Promise<void> {
		await this.#db.workspaces.update(memberId, { removedAt: this.#ports.now() });
	}

	async forget(memberId: string): Promise<void> {
		await this.#db.workspaces.delete(memberId).catch(() => undefined);
	}

	close(): void {
		this.#db.close();
	}

	#all(): Promise<KnownWorkspace[]> {
		return this.#db.workspaces.toArray().catch(() => []);
	}

	async #ask(): Promise<v.InferOutput<typeof answerSchema>> {
		const response = await this.#ports
			.fetch('/api/v1/workspaces', { headers: { accept: 'application/json' } })
			.catch(() => undefined);
		if (!response || response.status >= 500) throw new WorkspaceUnavailable('unreachable');
		if (response.status === 401) throw new WorkspaceUnavailable('signedOut');
		const parsed = parse(answerSchema, await response.json().catch(() => undefined));
		if (!parsed.ok) throw new WorkspaceUnavailable('unreachable');
		return parsed.value;
	}
}

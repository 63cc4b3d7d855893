import { uuidv7 } from 'uuidv7';
import type { Caller } from '#server/records/command-runner.ts';
import type { Role } from '#domain/access/level.ts';
import type { PageTest } from './page-test.ts';
import { accountOf, device } from './sign-in.ts';
import type { Person } from './test-workspace.ts';

/** A second workspace on the same server, whose owner is a stranger to the first. */
export interface OtherWorkspace {
	workspaceId: string;
	caller: Caller;
	/** The headers of its owner's browser. */
	owner: Record<string, string>;
	/** Makes one of the first workspace's people a member here too. */
	join(person: Person): Promise<string>;
}

export async function openOtherWorkspace({
	home,
	origin
}: Pick<PageTest, 'home' | 'origin'>): Promise<OtherWorkspace> {
	const { db } = home.services.storage;
	const workspaceId = uuidv7();
	const now = home.clock.now();
	const like = await db
		.selectFrom('workspaces')
		.selectAll()
		.where('id', '=', home.workspaceId)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('workspaces')
		.values({ ...like, id: workspaceId, name: 'Toko Sebelah', slug: `sebelah-${workspaceId.slice(-6)}` })
		.execute();
	const accountId = uuidv7();
	const account = { name: 'Pemilik Toko Sebelah', passwordHash: '', locale: 'id', createdAt: now } as const;
	await db
		.insertInto('accounts')
		.values({ id: accountId, email: `pemilik.${accountId.slice(-6)}@sebelah.example`, ...account })
		.execute();

	async function addMember(ofAccount: string, name: string, role: Role): Promise<string> {
		const id = uuidv7();
		const facts = { title: '', company: '', joinedAt: now, deactivatedAt: null, version: 0, deletedAt: null };
		await db
			.insertInto('members')
			.values({ id, workspaceId, accountId: ofAccount, name, role, ...facts })
			.execute();
		return id;
	}

	const memberId = await addMember(accountId, account.name, 'owner');
	const { token } = await home.services.sessions.start(accountId, device);
	return {
		workspaceId,
		caller: { memberId, workspaceId, cap: 'manage' },
		owner: { cookie: `sid=${token}`, origin },
		join: async (person) => addMember((await accountOf(home, person)).id, person, 'staff')
	};
}

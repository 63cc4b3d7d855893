import type { AccountRow, Database } from '../storage/tables.ts';

/** What others know of somebody, so that no password may be made of it: e-mail, name, where they work. */
export async function guessableFor(
	db: Database,
	{ id, email, name }: Pick<AccountRow, 'id' | 'email' | 'name'>
): Promise<string[]> {
	const workspaces = await db
		.selectFrom('workspaces')
		.innerJoin('members', 'members.workspaceId', 'workspaces.id')
		.select('workspaces.name')
		.where('members.accountId', '=', id)
		.execute();
	return [email, name, ...workspaces.map((workspace) => workspace.name)];
}

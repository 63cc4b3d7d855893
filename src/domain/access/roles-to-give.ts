import { can, type Actor, type FolderTree } from './can.ts';
import { roles, type Role } from './level.ts';

/** What a new invitation proposes: a colleague. */
export const usualRole: Role = 'staff';

const noFolders: FolderTree = { folder: () => undefined, grantsOn: () => [] };

/** The roles that somebody may give to others: nobody but owners makes owners. */
export function rolesToGive(actor: Actor): Role[] {
	const may = (action: 'people.manage' | 'people.appointOwner') =>
		can(actor, action, 'workspace', noFolders, 0).allowed;
	if (!may('people.manage')) return [];
	return roles.filter((role) => role !== 'owner' || may('people.appointOwner'));
}

import { uuidv7 } from 'uuidv7';
import type { CommandName } from '#domain/commands/commands.ts';

/** The things that a command may name, all in one place. */
export interface Cell {
	folder: string;
	page: string;
	grant: string;
	member: string;
	/** Somebody whom the grant names. */
	holder: string;
}
/** A command with right inputs, and who may send it. Written by hand from TRUST’s words. */
export interface Case {
	needs: 'edit' | 'manage' | 'people';
	/** What has to be done to the cell's things before. */
	after?: 'trashPage' | 'trashFolder';
	input(cell: Cell): Record<string, unknown>;
}
const orderKey = 'a1';
const folder: Case['input'] = ({ folder: id }) => ({ id });
const page: Case['input'] = ({ page: id }) => ({ id });
const member: Case['input'] = ({ member: id }) => ({ id });
/** Every command. */
export const cases: Record<CommandName, Case> = {
	'folders.create': {
		needs: 'edit',
		input: (cell) => ({ id: uuidv7(), grantId: uuidv7(), parentId: cell.folder, name: 'Baru', orderKey })
	},
	'folders.rename': { needs: 'edit', input: (cell) => ({ ...folder(cell), name: 'Lain' }) },
	'folders.move': { needs: 'manage', input: (cell) => ({ ...folder(cell), parentId: null, orderKey }) },
	'folders.restrict': { needs: 'manage', input: folder },
	'folders.open': { needs: 'manage', input: folder },
	'folders.archive': { needs: 'manage', input: folder },
	'folders.unarchive': { needs: 'manage', input: folder },
	'folders.trash': { needs: 'manage', input: folder },
	'folders.restore': { needs: 'manage', after: 'trashFolder', input: folder },
	'grants.set': {
		needs: 'manage',
		input: (cell) => ({
			id: uuidv7(),
			folderId: cell.folder,
			memberId: cell.holder,
			role: null,
			level: 'view',
			endsAt: null
		})
	},
	'grants.remove': { needs: 'manage', input: (cell) => ({ id: cell.grant }) },
	'members.describe': {
		needs: 'people',
		input: (cell) => ({ ...member(cell), name: 'Lain', title: '', company: '' })
	},
	'members.setRole': { needs: 'people', input: (cell) => ({ ...member(cell), role: 'staff' }) },
	'members.deactivate': { needs: 'people', input: member },
	'members.reactivate': { needs: 'people', input: member },
	'pages.create': {
		needs: 'edit',
		input: (cell) => ({ id: uuidv7(), folderId: cell.folder, title: 'Baru', kind: 'doc', orderKey })
	},
	'pages.rename': { needs: 'edit', input: (cell) => ({ ...page(cell), title: 'Lain' }) },
	'pages.move': { needs: 'edit', input: (cell) => ({ ...page(cell), folderId: cell.folder, orderKey }) },
	'pages.setKind': { needs: 'edit', input: (cell) => ({ ...page(cell), kind: 'sop' }) },
	'pages.archive': { needs: 'edit', input: page },
	'pages.unarchive': { needs: 'edit', input: page },
	'pages.trash': { needs: 'edit', input: page },
	'pages.restore': { needs: 'edit', after: 'trashPage', input: page },
	'pages.purge': { needs: 'manage', after: 'trashPage', input: page }
};

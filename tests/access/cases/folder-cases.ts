import { uuidv7 } from 'uuidv7';
import { orderKey, type Case } from './case.ts';

const folder: Case['input'] = ({ folder: id }) => ({ id });

export const folderCases = {
	'folders.create': {
		needs: 'edit',
		makes: { id: 'folder', grantId: 'grant' },
		input: (cell) => ({ id: uuidv7(), grantId: uuidv7(), parentId: cell.folder, name: 'Baru', orderKey })
	},
	'folders.rename': { needs: 'edit', input: (cell) => ({ ...folder(cell), name: 'Lain' }) },
	'folders.move': {
		needs: 'manage',
		input: (cell) => ({ ...folder(cell), parentId: cell.parent, orderKey })
	},
	'folders.restrict': { needs: 'manage', input: folder },
	'folders.open': { needs: 'manage', input: folder },
	'folders.archive': { needs: 'manage', input: folder },
	'folders.unarchive': { needs: 'manage', input: folder },
	'folders.trash': { needs: 'manage', input: folder },
	'folders.restore': { needs: 'manage', after: 'folders.trash', input: folder }
} satisfies Record<string, Case>;

import { uuidv7 } from 'uuidv7';
import { orderKey, type Case } from './case.ts';

const page: Case['input'] = ({ page: id }) => ({ id });

export const pageCases = {
	'pages.create': {
		needs: 'edit',
		makes: { id: 'page' },
		input: ({ folder: folderId }) => ({ id: uuidv7(), folderId, title: 'Baru', kind: 'doc', orderKey })
	},
	'pages.rename': { needs: 'edit', input: (cell) => ({ ...page(cell), title: 'Lain' }) },
	'pages.move': { needs: 'edit', input: (cell) => ({ ...page(cell), folderId: cell.folder, orderKey }) },
	'pages.setKind': { needs: 'edit', input: (cell) => ({ ...page(cell), kind: 'sop' }) },
	'pages.archive': { needs: 'edit', input: page },
	'pages.unarchive': { needs: 'edit', input: page },
	'pages.trash': { needs: 'edit', input: page },
	'pages.restore': { needs: 'edit', after: 'pages.trash', input: page },
	'pages.purge': { needs: 'manage', after: 'pages.trash', input: page }
} satisfies Record<string, Case>;

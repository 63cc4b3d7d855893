import { uuidv7 } from 'uuidv7';
import { orderKey, type Case } from './case.ts';

const board: Case['input'] = ({ board: id }) => ({ id });
const newColumn = () => ({ id: uuidv7(), name: 'Baru', kind: 'doing', limit: null });

export const boardCases = {
	'boards.create': {
		needs: 'edit',
		makes: { id: 'board' },
		input: ({ folder: folderId }) => ({
			id: uuidv7(),
			folderId,
			name: 'Baru',
			orderKey,
			columns: [newColumn()]
		})
	},
	'boards.rename': { needs: 'edit', input: (cell) => ({ ...board(cell), name: 'Lain' }) },
	'boards.move': {
		needs: 'edit',
		input: (cell) => ({ ...board(cell), folderId: cell.folder, orderKey: 'a2' })
	},
	'boards.setTemplate': { needs: 'edit', input: (cell) => ({ ...board(cell), template: true }) },
	'boards.archive': { needs: 'edit', input: board },
	'boards.unarchive': { needs: 'edit', input: board },
	'boards.trash': { needs: 'edit', input: board },
	'boards.restore': { needs: 'edit', after: 'boards.trash', input: board },
	'boards.addColumn': {
		needs: 'edit',
		input: (cell) => ({ ...board(cell), column: newColumn(), before: null })
	},
	'boards.setColumn': {
		needs: 'edit',
		input: (cell) => ({ ...board(cell), column: { ...newColumn(), id: cell.column } })
	},
	'boards.moveColumn': {
		needs: 'edit',
		input: (cell) => ({ ...board(cell), columnId: cell.column, before: null })
	},
	'boards.removeColumn': { needs: 'edit', input: (cell) => ({ ...board(cell), columnId: cell.emptyColumn }) },
	'boards.setField': {
		needs: 'edit',
		input: (cell) => ({
			...board(cell),
			field: { id: cell.field, name: 'Lain', kind: 'number', choices: [] }
		})
	},
	'boards.removeField': { needs: 'edit', input: (cell) => ({ ...board(cell), fieldId: cell.field }) },
	'filters.save': {
		needs: 'edit',
		makes: { id: 'filter' },
		input: ({ board: boardId }) => ({ id: uuidv7(), boardId, name: 'Baru', orderKey, query: 'who=me' })
	},
	'filters.set': { needs: 'edit', input: ({ filter: id }) => ({ id, name: 'Lain', query: '' }) },
	'filters.remove': { needs: 'edit', input: ({ filter: id }) => ({ id }) }
} satisfies Record<string, Case>;

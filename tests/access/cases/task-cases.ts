import { uuidv7 } from 'uuidv7';
import { orderKey, type Case } from './case.ts';

const task: Case['input'] = ({ task: id }) => ({ id });
const line: Case['input'] = ({ task: id, item: itemId }) => ({ id, itemId });
const next = () => ({ id: uuidv7(), today: '2026-11-23' });

export const taskCases = {
	'tasks.create': {
		needs: 'edit',
		makes: { id: 'task' },
		input: ({ board: boardId, column: columnId }) => ({
			id: uuidv7(),
			boardId,
			columnId,
			orderKey,
			title: 'Baru'
		})
	},
	'tasks.rename': { needs: 'edit', input: (cell) => ({ ...task(cell), title: 'Lain' }) },
	'tasks.move': {
		needs: 'edit',
		input: (cell) => ({
			...task(cell),
			boardId: cell.board,
			columnId: cell.emptyColumn,
			orderKey,
			next: next()
		})
	},
	'tasks.repeat': { needs: 'edit', input: (cell) => ({ ...task(cell), next: next() }) },
	'tasks.set': { needs: 'edit', input: (cell) => ({ ...task(cell), facts: { priority: 'high' } }) },
	'tasks.setField': { needs: 'edit', input: (cell) => ({ ...task(cell), fieldId: cell.field, value: 3 }) },
	'tasks.settle': { needs: 'view', input: (cell) => ({ ...task(cell), what: 'dueOn' }) },
	'tasks.assign': { needs: 'edit', input: (cell) => ({ ...task(cell), memberId: cell.holder }) },
	'tasks.unassign': { needs: 'edit', input: (cell) => ({ ...task(cell), memberId: cell.holder }) },
	'tasks.assignTeam': { needs: 'edit', input: (cell) => ({ ...task(cell), teamId: cell.team }) },
	'tasks.unassignTeam': { needs: 'edit', input: (cell) => ({ ...task(cell), teamId: cell.team }) },
	'tasks.label': { needs: 'edit', input: (cell) => ({ ...task(cell), label: 'foto' }) },
	'tasks.unlabel': { needs: 'edit', input: (cell) => ({ ...task(cell), label: 'foto' }) },
	'tasks.watch': { needs: 'view', input: task },
	'tasks.unwatch': { needs: 'view', input: task },
	'tasks.link': {
		needs: 'edit',
		input: (cell) => ({ ...task(cell), link: { id: uuidv7(), kind: 'page', target: cell.page, title: '' } })
	},
	'tasks.unlink': { needs: 'edit', input: (cell) => ({ ...task(cell), linkId: cell.link }) },
	'tasks.addItem': {
		needs: 'edit',
		parts: ['itemId'],
		input: (cell) => ({ ...task(cell), itemId: uuidv7(), text: 'Baru', orderKey })
	},
	'tasks.setItem': { needs: 'edit', input: (cell) => ({ ...line(cell), item: { text: 'Lain' } }) },
	'tasks.tickItem': { needs: 'edit', input: (cell) => ({ ...line(cell), done: true }) },
	'tasks.removeItem': { needs: 'edit', input: line },
	'tasks.attach': {
		needs: 'edit',
		input: (cell) => ({ ...task(cell), attachment: { id: 'b'.repeat(32), name: 'nota.pdf', size: 3 } })
	},
	'tasks.detach': { needs: 'edit', input: (cell) => ({ ...task(cell), attachmentId: cell.file }) },
	'tasks.describe': { needs: 'edit', input: task },
	'tasks.block': { needs: 'edit', input: (cell) => ({ ...task(cell), blockerId: cell.blocker }) },
	'tasks.unblock': { needs: 'edit', input: (cell) => ({ ...task(cell), blockerId: cell.blocker }) },
	'tasks.setTemplate': { needs: 'edit', input: (cell) => ({ ...task(cell), template: true }) },
	'tasks.archive': { needs: 'edit', input: task },
	'tasks.unarchive': { needs: 'edit', input: task },
	'tasks.trash': { needs: 'edit', input: task },
	'tasks.restore': { needs: 'edit', after: 'tasks.trash', input: task },
	'tasks.purge': { needs: 'manage', after: 'tasks.trash', input: task },
	'blockers.open': {
		needs: 'edit',
		makes: { id: 'blocker' },
		input: ({ task: taskId }) => ({ id: uuidv7(), taskId, reason: 'Baru', ownerId: null, expectedOn: null })
	},
	'blockers.set': {
		needs: 'edit',
		input: ({ blocker: id }) => ({ id, reason: 'Lain', ownerId: null, expectedOn: null })
	},
	'blockers.solve': { needs: 'edit', input: ({ blocker: id }) => ({ id }) },
	'blockers.reopen': { needs: 'edit', input: ({ blocker: id }) => ({ id }) },
	'comments.add': {
		needs: 'comment',
		makes: { id: 'comment' },
		input: ({ task: taskId }) => ({ id: uuidv7(), taskId, threadId: null, body: 'Baru' })
	},
	'comments.edit': { needs: 'author', input: ({ comment: id }) => ({ id, body: 'Lain' }) },
	'comments.remove': { needs: 'manage', input: ({ comment: id }) => ({ id }) },
	'comments.resolve': { needs: 'comment', input: ({ comment: id }) => ({ id, resolved: true }) },
	'comments.react': { needs: 'comment', input: ({ comment: id }) => ({ id, reaction: 'like', given: true }) },
	// Nobody but the one whose it is; see notices.test.ts.
	'notices.mark': { needs: 'nobody', input: ({ notice: id }) => ({ id, read: true }) }
} satisfies Record<string, Case>;

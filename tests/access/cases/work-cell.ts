import { uuidv7 } from 'uuidv7';
import { orderKey } from './case.ts';
import type { Send } from './cell.ts';

/** The task hub's things of a cell: one of each, in the cell's folder. */
export async function makeWork(send: Send, folderId: string, memberId: string) {
	const [board, task, item, comment, blocker] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
	const [column, emptyColumn, field, filter] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
	const [team, leave, link, notice] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
	const file = uuidv7().replaceAll('-', '');
	await send('boards.create', {
		...{ id: board, folderId, name: 'Sel', orderKey },
		columns: [
			{ id: column, name: 'Belum mulai', kind: 'todo', limit: null },
			{ id: emptyColumn, name: 'Selesai', kind: 'done', limit: null }
		],
		fields: [{ id: field, name: 'Jumlah', kind: 'number', choices: [] }]
	});
	await send('tasks.create', {
		...{ id: task, boardId: board, columnId: column, orderKey, title: 'Sel' },
		with: {
			dueOn: '2026-11-23',
			recurrence: { every: 'day', interval: 1, after: 'date', until: null },
			links: [{ id: link, kind: 'url', target: 'https://rapi.example', title: '' }],
			checklist: [
				{ id: item, text: 'Sel', orderKey, doneAt: null, doneBy: null, assigneeId: null, dueOn: null }
			]
		}
	});
	await send('tasks.attach', { id: task, attachment: { id: file, name: 'Sel.pdf', size: 3 } });
	await send('comments.add', { id: comment, taskId: task, threadId: null, body: 'Sel' });
	await send('blockers.open', { id: blocker, taskId: task, reason: 'Sel', ownerId: null, expectedOn: null });
	await send('filters.save', { id: filter, boardId: board, name: 'Sel', orderKey, query: 'who=me' });
	await send('teams.set', { id: team, name: 'Sel', memberIds: [memberId], leadId: null, deputyId: null });
	const inside = {
		board,
		column,
		emptyColumn,
		field,
		filter,
		task,
		item,
		link,
		file,
		comment,
		blocker,
		notice
	};
	return { ...inside, team, leave };
}

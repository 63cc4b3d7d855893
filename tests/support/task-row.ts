import type { FilterSurroundings } from '#domain/tasks/task-filter.ts';
import type { Task } from '#domain/tasks/task.ts';

/** A task as a row, for rules that need no database. */
export function taskRow(facts: Partial<Task> = {}): Task {
	return {
		id: 'task',
		workspaceId: 'workspace',
		folderId: 'folder',
		boardId: 'board',
		columnId: 'todo',
		orderKey: 'a0',
		number: null,
		title: 'Tugas',
		dueOn: null,
		dueTime: null,
		startOn: null,
		priority: 'normal',
		channel: null,
		estimateMinutes: null,
		recurrence: null,
		assigneeIds: [],
		teamIds: [],
		labels: [],
		checklist: [],
		links: [],
		watcherIds: [],
		blockerIds: [],
		freedIds: [],
		attachments: [],
		fields: {},
		descriptionId: null,
		seriesId: null,
		writers: {},
		overruled: [],
		templateAt: null,
		doneAt: null,
		archivedAt: null,
		trashedAt: null,
		createdBy: 'maker',
		createdAt: 0,
		version: 1,
		deletedAt: null,
		...facts
	};
}

/** Columns are named as their kinds; whoever has a blocker is blocked. */
export function surroundings(today: string): FilterSurroundings {
	return {
		today,
		kindOf: ({ columnId }) => (columnId === 'done' ? 'done' : columnId === 'doing' ? 'doing' : 'todo'),
		isBlocked: ({ blockerIds }) => blockerIds.length > 0,
		peopleOf: ({ assigneeIds }) => assigneeIds
	};
}

import type { ColumnKind } from '#domain/boards/board.ts';
import type { DueRange } from '#domain/tasks/task-filter.ts';
import type { Priority } from '#domain/tasks/task.ts';
import { count } from '../count.ts';

export const tasks = {
	task: 'Task',
	tasks: 'Tasks',
	newTask: 'New task',
	addTask: 'Add task',
	titlePlaceholder: 'What has to be done?',
	quickHint: 'Also: tomorrow, friday 15.00, @name, #label, !high',
	status: {
		todo: 'Not started',
		doing: 'In progress',
		wait: 'Waiting for approval',
		blocked: 'Blocked',
		done: 'Done'
	} satisfies Record<ColumnKind, string>,
	statusShort: {
		todo: 'To do',
		doing: 'Doing',
		wait: 'Waiting',
		blocked: 'Blocked',
		done: 'Done'
	} satisfies Record<ColumnKind, string>,
	priority: {
		urgent: 'Urgent',
		high: 'High',
		normal: 'Normal',
		low: 'Low'
	} satisfies Record<Priority, string>,
	due: {
		overdue: 'Overdue',
		today: 'Today',
		week: 'This week',
		later: 'Later',
		none: 'No due date'
	} satisfies Record<DueRange, string>,
	lateBy: ({ days }: { days: number }) => `${count(days, 'day', 'days')} late`,
	lateToday: 'Late today',
	today: 'Today',
	tomorrow: 'Tomorrow',
	yesterday: 'Yesterday',
	numberFollows: 'number follows',
	facts: {
		status: 'Status',
		assignees: 'Responsible',
		dueOn: 'Due',
		dueTime: 'Due time',
		startOn: 'Start',
		priority: 'Priority',
		labels: 'Labels',
		channel: 'Channel',
		estimateMinutes: 'Estimate',
		recurrence: 'Repeats',
		board: 'Board',
		folder: 'Folder',
		title: 'Title',
		columnId: 'Status'
	},
	checklistCount: ({ done, of }: { done: number; of: number }) => `${done} of ${of} on the checklist`,
	commentCount: ({ count: n }: { count: number }) => count(n, 'comment', 'comments'),
	blockedBecause: ({ reason }: { reason: string }) => `Blocked: ${reason}`,
	blockedUnseen: 'Blocked by something that you cannot see',
	expected: ({ day }: { day: string }) => `expected ${day}`,
	template: {
		title: 'Task templates',
		make: 'Save as template',
		use: 'Make a task from it',
		from: 'From a template…',
		newFrom: 'Task from a template…',
		start: 'Start from',
		blank: 'An empty task',
		saved: ({ title }: { title: string }) => `“${title}” was saved as a template.`,
		withoutDescription: ({ said }: { said: string }) =>
			`${said} Its description is not on this device and did not come along.`,
		dueAfter: ({ days }: { days: number }) =>
			days === 0
				? 'New ones are due on the day they are made.'
				: `New ones are due ${days === 1 ? '1 day' : `${days} days`} after they are made.`
	},
	moveToBoard: {
		open: 'Move to board…',
		title: ({ count: n }: { count: number }) =>
			n === 1 ? 'Move to another board' : `Move ${n} tasks to another board`,
		board: 'Board',
		boardIn: ({ board, folder }: { board: string; folder: string }) => `${board} (${folder})`,
		choose: 'Choose a board',
		column: 'Column',
		sameStatus: 'The same status as now',
		blind: ({ names }: { names: string }) => `${names} cannot see that board and will not see this any more.`,
		fieldsStay: ({ names, count: n }: { names: string; count: number }) =>
			`That board has no ${n === 1 ? 'field' : 'fields'} ${names}. What stands there is kept and shows again on this board.`,
		noBoard: 'There is no other board that you can fill.',
		button: 'Move to this board'
	},
	done: {
		created: ({ title }: { title: string }) => `“${title}” added.`,
		createdMany: ({ count: n }: { count: number }) => `${count(n, 'task', 'tasks')} added.`,
		renamed: 'Task renamed.',
		moved: ({ place }: { place: string }) => `Task moved to ${place}.`,
		movedMany: ({ count: n, place }: { count: number; place: string }) =>
			`${count(n, 'task', 'tasks')} moved to ${place}.`,
		reordered: 'Task moved.',
		changed: ({ fact }: { fact: string }) => `${fact} changed.`,
		changedMany: ({ count: n }: { count: number }) => `${count(n, 'task', 'tasks')} changed.`,
		assigned: ({ name }: { name: string }) => `${name} is responsible now.`,
		unassigned: ({ name }: { name: string }) => `${name} is no longer responsible.`,
		labelled: ({ label }: { label: string }) => `Label ${label} added.`,
		unlabelled: ({ label }: { label: string }) => `Label ${label} removed.`,
		purged: 'Task deleted forever.',
		archived: 'Task archived.',
		unarchived: 'Task is back from the archive.',
		trashed: 'Task moved to trash.',
		restored: 'Task restored.',
		blocked: 'Blocker noted.',
		solved: 'Blocker solved. Every task that waited for it is free.',
		watched: 'You follow this task.',
		unwatched: 'You no longer follow this task.',
		linked: 'Link added.',
		unlinked: 'Link removed.'
	}
};

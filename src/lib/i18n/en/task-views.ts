import { count } from '../count.ts';

export const taskViews = {
	yes: 'yes',
	no: 'no',
	filter: {
		title: 'Filter tasks',
		text: 'Words in the title',
		who: 'Person',
		teams: 'Team',
		due: 'Due',
		kinds: 'Status',
		labels: 'Labels',
		priorities: 'Priority',
		channels: 'Channel',
		blocked: 'Blocked',
		me: ({ name }: { name: string }) => `${name} (me)`,
		nobody: 'Nobody',
		noValue: 'Empty',
		chosen: ({ name, value }: { name: string; value: string }) => `${name}: ${value}`,
		clear: 'Clear filter',
		hidden: ({ count: n }: { count: number }) => `${count(n, 'task is', 'tasks are')} hidden by the filter.`,
		showAll: 'Show all',
		shownCount: ({ count: n }: { count: number }) => `${count(n, 'task', 'tasks')} shown`
	},
	saved: {
		title: 'Saved filters',
		all: 'All',
		save: 'Save filter',
		name: 'Name of the filter',
		namePlaceholder: 'For example: This week, marketing',
		menu: ({ name }: { name: string }) => `Filter ${name}`,
		rename: 'Rename',
		update: 'Use the present filter for it',
		remove: 'Delete filter',
		done: {
			saved: ({ name }: { name: string }) => `Filter “${name}” saved.`,
			changed: ({ name }: { name: string }) => `Filter “${name}” changed.`,
			removed: ({ name }: { name: string }) => `Filter “${name}” deleted.`
		}
	},
	list: {
		label: ({ name }: { name: string }) => `Tasks of ${name}`,
		group: 'Group',
		groupBy: {
			status: 'By status',
			person: 'By person',
			team: 'By team',
			due: 'By due date',
			label: 'By label',
			channel: 'By channel'
		},
		sort: 'Sort',
		sortBy: { order: 'As on the board', title: 'By title', due: 'By due date', priority: 'By priority' },
		noLabel: 'No label',
		noTeam: 'No team',
		noChannel: 'No channel',
		select: ({ title }: { title: string }) => `Select ${title}`,
		editTitle: ({ title }: { title: string }) => `Change the title of ${title}`,
		change: ({ fact, title, value }: { fact: string; title: string; value: string }) =>
			`${fact} of ${title}: ${value}`,
		none: 'none',
		selectColumn: 'Select',
		keys: {
			title: 'In the list, on a row',
			move: 'Next or previous row',
			ends: 'First or last row',
			open: 'Open',
			edit: 'Change the title',
			select: 'Select',
			extend: 'Select several',
			all: 'Select all'
		},
		empty: 'No tasks here yet.',
		emptyFiltered: 'No task matches the filter.',
		export: 'Export CSV',
		exported: ({ count: n }: { count: number }) => `${count(n, 'task', 'tasks')} exported.`
	},
	csv: { number: 'Number', blocked: 'Blocked' },
	bulk: {
		label: 'Selected tasks',
		selected: ({ count: n }: { count: number }) => `${n} selected`,
		clear: 'Clear selection',
		archive: 'Archive',
		trash: 'Move to trash',
		choose: ({ fact, count: n }: { fact: string; count: number }) => `${fact} of ${count(n, 'task', 'tasks')}`
	},
	due: {
		pick: 'Pick a date…',
		move: 'Move to a date…',
		title: 'Due date',
		day: 'Day',
		nextMonday: 'Next Monday',
		dayAfter: 'Day after tomorrow',
		clear: 'No due date'
	},
	calendar: {
		month: 'Month',
		week: 'Week',
		span: 'Length',
		previous: 'Back',
		next: 'Forward',
		today: 'Today',
		label: ({ period }: { period: string }) => `Calendar, ${period}`,
		dayLabel: ({ day, count: n }: { day: string; count: number }) => `${day}, ${count(n, 'task', 'tasks')}`,
		isToday: 'today',
		more: ({ count: n }: { count: number }) => `${n} more`,
		tray: 'Without due date',
		trayEmpty: 'Every task has a due date.',
		trayHint: 'Drag to a day, or open the menu.',
		menu: ({ title }: { title: string }) => `Actions for ${title}`,
		open: 'Open',
		noneThisPeriod: 'No tasks are due in this period.'
	},
	load: {
		label: 'Workload by person and week',
		measure: 'Count as',
		measures: { hours: 'Hours', count: 'Tasks' },
		person: 'Person',
		week: ({ day }: { day: string }) => `Week of ${day}`,
		thisWeek: 'This week',
		undated: 'No date',
		nobody: 'Nobody yet',
		hours: ({ hours }: { hours: string }) => `${hours} h`,
		tasks: ({ count: n }: { count: number }) => count(n, 'task', 'tasks'),
		over: 'Overbooked',
		away: ({ days }: { days: number }) => `${count(days, 'day', 'days')} away`,
		free: 'free',
		cell: ({ name, week }: { name: string; week: string }) => `Tasks of ${name}, ${week}`,
		hint: 'A full week is 40 hours, or 10 tasks. Late tasks count for this week.',
		empty: 'Nobody has open tasks here.'
	},
	my: {
		title: 'My tasks',
		section: {
			overdue: 'Overdue',
			today: 'Today',
			week: 'This week',
			later: 'Later',
			none: 'No due date',
			blocked: 'Waiting for somebody else'
		},
		empty: 'No tasks for you this week.',
		finish: ({ title }: { title: string }) => `Finish ${title}`,
		homeTitle: 'My tasks today',
		all: 'All my tasks',
		count: ({ count: n }: { count: number }) => `${count(n, 'task', 'tasks')} late or due today`
	},
	quick: {
		title: 'New task',
		board: 'Board',
		add: 'Add',
		noBoard: 'Make a board first. Tasks live on boards.'
	},
	palette: {
		tasks: 'Tasks',
		boards: 'Task boards',
		create: ({ title }: { title: string }) => (title ? `Task “${title}”` : 'New task')
	}
};

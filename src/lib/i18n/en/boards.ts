import { count } from '../count.ts';

export const boards = {
	title: 'Task boards',
	views: 'Views',
	view: { board: 'Board', list: 'List', calendar: 'Calendar', load: 'Workload' },
	columnsOf: ({ name }: { name: string }) => `Columns of ${name}`,
	columnLabel: ({ name, count: n }: { name: string; count: number }) => `${name}, ${n}`,
	ofLimit: ({ count: n, limit }: { count: number; limit: number }) => `${n} of ${limit}`,
	addTo: ({ name }: { name: string }) => `Add a task to ${name}`,
	emptyColumn: 'Drag a task here, or press C.',
	newBoard: 'New board',
	createBoard: 'Create board',
	folderHelp: 'Whoever sees the folder sees the board.',
	openTasks: ({ count: n }: { count: number }) => count(n, 'open task', 'open tasks'),
	empty: 'No boards yet. Make one for one kind of work, such as a launch or the daily orders.',
	emptyBoards: 'No boards are shared with you at the moment.',
	emptyFolders: 'A board lives in a folder. Make a folder first for one part of the work, such as Marketing.',
	emptyReadOnly: 'Nothing here yet.',
	emptyTouch: 'Nothing here yet.',
	board: 'Board',
	boardMenu: ({ name }: { name: string }) => `Actions for ${name}`,
	columnMenu: ({ name }: { name: string }) => `Actions for the column ${name}`,
	cardMenu: ({ title }: { title: string }) => `Actions for ${title}`,
	jump: 'Go to a column',
	dropHere: 'Drop it on a status',
	moveTo: 'Move to…',
	status: 'Status',
	assignMe: 'Assign to me',
	select: 'Select',
	deselect: 'Deselect',
	selected: 'selected',
	selectedCount: ({ count: n }: { count: number }) => `${count(n, 'task', 'tasks')} selected`,
	clearSelection: 'Clear selection',
	copyLink: 'Copy link',
	linkCopied: 'Link copied.',
	linkNotCopied: 'The browser did not allow copying. Open the task and copy its address.',
	moreDone: ({ count: n }: { count: number }) => `Show all (${n} more)`,
	unfold: ({ name, count: n }: { name: string; count: number }) => `Unfold ${name}, ${n}`,
	lifted: 'Lifted. Arrows move it, space drops it, Esc cancels.',
	wouldBe: ({ column, position, of }: { column: string; position: number; of: number }) =>
		`${column}, position ${position} of ${of}`,
	returned: ({ column }: { column: string }) => `Cancelled. The card is back in ${column}.`,
	movedTo: ({
		title,
		column,
		position,
		of
	}: {
		title: string;
		column: string;
		position: number;
		of: number;
	}) => `${title} moved to ${column}, position ${position} of ${of}.`,
	contested: {
		by: ({ name, column }: { name: string; column: string }) => `${name} moved this card to ${column}.`,
		moved: ({ column }: { column: string }) => `This card was moved to ${column}.`,
		title: ({ title, column }: { title: string; column: string }) => `Still move “${title}” to ${column}?`,
		confirm: ({ column }: { column: string }) => `Move to ${column}`
	},
	move: {
		title: ({ count: n }: { count: number }) => `Move ${count(n, 'task', 'tasks')}`,
		column: 'Column',
		position: 'Position',
		first: 'First',
		last: 'Last',
		button: 'Move'
	},
	column: {
		add: 'Add a column…',
		change: 'Name, kind and limit…',
		fold: 'Fold to a strip',
		left: 'Move left',
		right: 'Move right',
		remove: 'Remove column',
		newTitle: 'New column',
		changeTitle: ({ name }: { name: string }) => `Column ${name}`,
		kind: 'What standing here means',
		limit: 'Most tasks at once',
		limitHelp: 'Leave it empty for any number. Above it the header turns amber.',
		create: 'Add column',
		save: 'Save column',
		added: ({ name }: { name: string }) => `Column ${name} added.`,
		changed: ({ name }: { name: string }) => `Column ${name} changed.`,
		moved: ({ name }: { name: string }) => `Column ${name} moved.`,
		removed: ({ name }: { name: string }) => `Column ${name} removed.`
	},
	keys: {
		title: 'On the board, on a card',
		walk: 'To another card',
		ends: 'First or last card of the column',
		open: 'Open',
		shift: 'Move the card',
		lift: 'Lift, then put down',
		menu: 'Menu'
	},
	archive: {
		open: 'Archive of this board…',
		title: ({ name }: { name: string }) => `Archive of ${name}`,
		empty: 'No task of this board is archived.',
		since: 'Archived',
		restore: 'Bring back',
		restoreOf: ({ title }: { title: string }) => `Bring back ${title}`,
		note: 'This board is archived.'
	},
	template: {
		title: 'Board templates',
		make: 'Save as template',
		use: 'Make a board from it…',
		from: 'Start from',
		blank: 'An empty board',
		made: ({ name }: { name: string }) => `${name} is kept as a template.`,
		mark: 'This is a template. Tasks in it are examples.'
	}
};

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
	emptyReadOnly: 'Nothing here yet.'
};

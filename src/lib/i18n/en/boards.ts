export const boards = {
	title: 'Task boards',
	views: 'Views',
	view: { board: 'Board', list: 'List', calendar: 'Calendar', load: 'Workload' },
	columnsOf: ({ name }: { name: string }) => `Columns of ${name}`,
	columnLabel: ({ name, count: n }: { name: string; count: number }) => `${name}, ${n}`,
	ofLimit: ({ count: n, limit }: { count: number; limit: number }) => `${n} of ${limit}`,
	addTo: ({ name }: { name: string }) => `Add a task to ${name}`,
	emptyColumn: 'Drag a task here, or press C.',
	emptyReadOnly: 'Nothing here yet.'
};

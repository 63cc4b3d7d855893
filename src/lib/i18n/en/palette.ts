export const palette = {
	title: 'Search or open',
	placeholder: 'Search, open or do something',
	results: ({ count: n }: { count: number }) => (n === 1 ? '1 result' : `${n} results`),
	none: ({ query }: { query: string }) => `No results for “${query}”. Try a word from the title or a name.`,
	here: 'Here',
	recent: 'Opened last',
	pages: 'SOPs and documents',
	folders: 'Folders',
	people: 'People',
	create: 'Create',
	go: 'Go to',
	commands: 'Commands',
	createDoc: ({ title }: { title: string }) => (title ? `Document “${title}”` : 'New document'),
	createSop: ({ title }: { title: string }) => (title ? `SOP “${title}”` : 'New SOP'),
	createBoard: ({ title }: { title: string }) => (title ? `Board “${title}”` : 'New board'),
	createFolder: ({ title }: { title: string }) => (title ? `Folder “${title}”` : 'New folder'),
	hint: '> commands   # tasks   @ people   + create'
};

export const home = {
	morning: ({ name }: { name: string }) => `Good morning, ${name}`,
	noon: ({ name }: { name: string }) => `Good day, ${name}`,
	afternoon: ({ name }: { name: string }) => `Good afternoon, ${name}`,
	evening: ({ name }: { name: string }) => `Good evening, ${name}`,
	continueHere: 'Continue here',
	recentlyChanged: 'Recently changed',
	nothingYet: 'Nothing has been written yet. Start with the one process that gets stuck most.',
	writeFirst: 'Write an SOP',
	nothingShared: 'Nothing to read yet. When somebody shares a page with you, it appears here.',
	changedAt: ({ when }: { when: string }) => `changed ${when}`,
	openedAt: ({ when }: { when: string }) => `opened ${when}`,
	start: {
		title: 'Set up your workspace',
		done: ({ done, of }: { done: number; of: number }) => `${done} of ${of} done`,
		folder: 'Make a folder for one part of the work',
		sop: 'Write down the process that gets stuck most',
		invite: 'Invite the person you ask most often',
		restrict: 'Keep one folder for a few people only',
		read: 'Find a page with the search and open it',
		dismiss: 'Hide this card',
		isDone: 'done'
	}
};

import { count } from '../count.ts';

/** Teams, and days on which somebody is away. */
export const teams = {
	title: 'Teams',
	hint: 'A team takes tasks together. When one is late, its lead hears; the deputy stands in.',
	create: 'Create team',
	createdTitle: 'New team',
	editTitle: ({ name }: { name: string }) => `Change ${name}`,
	edit: ({ name }: { name: string }) => `Change team ${name}`,
	archive: ({ name }: { name: string }) => `Archive team ${name}`,
	unarchive: 'Bring back',
	unarchiveOf: ({ name }: { name: string }) => `Bring back team ${name}`,
	remove: 'Delete forever',
	removeOf: ({ name }: { name: string }) => `Delete team ${name} forever`,
	removeTitle: ({ name }: { name: string }) => `Delete team ${name} forever?`,
	removeBody: 'Its tasks stay, without this team. This cannot be taken back.',
	name: 'Team name',
	nameHelp: 'For example “Packing” or “Live host”',
	nameNeeded: 'Give the team a name.',
	members: 'Members',
	findMember: 'Find person',
	noMember: 'Nobody by this name.',
	lead: 'Lead',
	deputy: 'Deputy',
	leadHelp: 'The lead hears when work of the team is late. Both are chosen from the members.',
	nobody: 'Nobody yet',
	save: 'Save',
	people: ({ count: n }: { count: number }) => count(n, 'person', 'people'),
	openTasks: ({ count: n }: { count: number }) => count(n, 'open task', 'open tasks'),
	noMembers: 'Nobody is in this team yet.',
	empty: 'Create a team for people who take tasks together, for example packing.',
	emptyRead: 'No teams yet. The owner or an admin can create one.',
	archived: 'Archived teams',
	done: {
		created: ({ name }: { name: string }) => `Team ${name} was created.`,
		changed: ({ name }: { name: string }) => `Team ${name} was changed.`,
		archived: ({ name }: { name: string }) => `Team ${name} was archived.`,
		unarchived: ({ name }: { name: string }) => `Team ${name} is back.`,
		removed: ({ name }: { name: string }) => `Team ${name} was deleted forever.`
	},
	leave: {
		title: 'Leave',
		lead: 'On these days reminders go to the deputy, and the workload shows less room.',
		none: 'No leave planned.',
		from: 'First day',
		to: 'Last day',
		add: 'Add leave',
		remove: 'Remove',
		removeOf: ({ days }: { days: string }) => `Remove leave ${days}`,
		needed: 'Choose the first and the last day.',
		backwards: 'The last day cannot be before the first.',
		range: ({ from, to }: { from: string; to: string }) => `${from} – ${to}`,
		days: ({ count: n }: { count: number }) => count(n, 'day', 'days'),
		now: 'away now',
		awayUntil: ({ day }: { day: string }) => `away until ${day}`,
		awayOn: ({ day }: { day: string }) => `away on ${day}`,
		awayBetween: ({ from, to }: { from: string; to: string }) => `away ${from} to ${to}`,
		done: {
			added: ({ name, days }: { name: string; days: string }) => `${name} is away ${days}.`,
			removed: ({ name, days }: { name: string; days: string }) => `Leave of ${name}, ${days}, was removed.`
		}
	}
};

import type { Level, Role } from '#domain/access/level.ts';

/** Levels, roles and who can see what. */
export const access = {
	level: {
		none: 'No access',
		view: 'View',
		comment: 'Comment',
		edit: 'Edit',
		manage: 'Manage'
	} satisfies Record<Level, string>,
	levelHelp: {
		view: 'Reads everything in the folder',
		comment: 'Reads and comments',
		edit: 'Writes, adds and moves',
		manage: 'Edits, and decides who sees the folder'
	},
	role: {
		owner: 'Owner',
		admin: 'Admin',
		staff: 'Staff',
		freelancer: 'Freelancer',
		vendor: 'Vendor'
	} satisfies Record<Role, string>,
	roleHelp: {
		owner: 'Sees and manages everything, appoints owners',
		admin: 'Sees and manages everything, people too',
		staff: 'Works in all open folders',
		freelancer: 'Only chosen folders, until an end date',
		vendor: 'Only chosen folders, until an end date; never manages'
	} satisfies Record<Role, string>,
	everyRole: {
		owner: 'All owners',
		admin: 'All admins',
		staff: 'All staff',
		freelancer: 'All freelancers',
		vendor: 'All vendors'
	} satisfies Record<Role, string>,
	reason: {
		none: (name: string, folder: string) => `${name} cannot see ${folder}.`,
		may: {
			view: (name: string, folder: string) => `${name} can view ${folder}`,
			comment: (name: string, folder: string) => `${name} can comment in ${folder}`,
			edit: (name: string, folder: string) => `${name} can edit ${folder}`,
			manage: (name: string, folder: string) => `${name} can manage ${folder}`
		},
		byRole: (role: string) => `because of the role ${role}.`,
		byDefault: 'because the folder is open to all staff.',
		byGrant: (giver: string, date: string) => `because ${giver} gave access here on ${date}.`,
		byRoleGrant: (role: string, giver: string, date: string) =>
			`because ${giver} opened it to ${role.toLowerCase()} on ${date}.`,
		byGrantAbove: (folder: string, giver: string, date: string) =>
			`because ${giver} gave access to the folder ${folder} above it on ${date}.`,
		unknownGiver: 'somebody',
		until: (date: string) => `Until ${date}.`
	},
	done: {
		given: (name: string, folder: string, level: string) => `${name}: ${level.toLowerCase()} in ${folder}.`,
		removed: (name: string, folder: string) => `Access of ${name} to ${folder} was removed.`,
		restricted: (folder: string) => `${folder} is restricted now.`,
		opened: (folder: string) => `${folder} is open now.`
	},
	dialog: {
		title: (folder: string) => `Access to ${folder}`,
		grants: 'Given here',
		noGrants: 'Nobody has been given access here directly.',
		inherited: 'From above or by role',
		hiddenAbove:
			'Whoever sees the folder above can see this one too. You cannot see that folder, so they are not named here.',
		givenBy: (giver: string, date: string) => `given by ${giver}, ${date}`,
		untilWord: 'until',
		endsNever: 'no end date',
		endDate: 'End date',
		add: 'Add person or role',
		addAction: 'Give access',
		choose: 'Choose…',
		people: 'People',
		roles: 'Whole roles',
		level: 'Level',
		levelOf: (name: string) => `Level of ${name}`,
		remove: (name: string) => `Remove access of ${name}`,
		removeShort: 'Remove',
		endOf: (name: string) => `End date of ${name}`,
		fromTo: (before: string, after: string) => `${before}, then ${after}`,
		restrict: 'Restrict folder',
		restrictAsk: 'Restrict…',
		openAsk: 'Open…',
		restrictHelp: 'Only owners, admins and those named here see it.',
		open: 'Open folder',
		openHelp: 'It takes over access from above; without a folder above, all staff see it.',
		restrictedShort: 'restricted',
		restricted: 'This folder is restricted: nothing comes from above.',
		opened: 'This folder takes over access from above.',
		gains: 'See it anew',
		loses: 'No longer see it',
		shifts: 'Keep seeing it, at another level',
		nobodyChanges: 'Nobody gains or loses sight of it.',
		applyRestrict: 'Restrict folder',
		applyOpen: 'Open folder',
		applyRemove: 'Remove access',
		readOnly: 'You can see who has access. Somebody who manages the folder can change it.',
		done: 'Done'
	},
	matrix: {
		label: 'Who can do what, by person and folder',
		person: 'Person',
		cell: (name: string, folder: string, level: string) => `${name}, ${folder}: ${level}`,
		own: 'given directly',
		inherited: 'inherited',
		note: 'Bold means given directly, light means inherited.',
		hint: 'Choose a cell to change it.',
		columns: 'Folders with access of their own are shown; folders below them follow.',
		inheritAgain: (level: string) => `Back to inherited: ${level.toLowerCase()}`,
		pair: (name: string, folder: string) => `${name} in ${folder}`,
		more: (folder: string) => `All access to ${folder}…`,
		deny: 'Remove access',
		empty: 'No folders yet. Make the first one, then choose who sees it.'
	}
};

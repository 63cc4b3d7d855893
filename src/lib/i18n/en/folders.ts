import type { Role } from '#domain/access/level.ts';
import { count } from '../count.ts';

export const folders = {
	folders: 'Folders',
	folder: 'Folder',
	newFolder: 'New folder',
	createFolder: 'Create folder',
	newFolderInside: 'New folder inside',
	newDoc: 'New document',
	newSop: 'New SOP',
	untitledDoc: 'Untitled document',
	untitledSop: 'Untitled SOP',
	untitledFolder: 'New folder',
	name: 'Name',
	rename: 'Rename',
	moveTo: 'Move to…',
	restrict: 'Restrict access',
	open: 'Open to the team',
	archive: 'Archive',
	unarchive: 'Bring back from archive',
	trash: 'Move to trash',
	restore: 'Restore',
	purge: 'Delete forever',
	moveUp: 'Move up',
	moveDown: 'Move down',
	shareAccess: 'Share and access…',
	seeAccess: 'Who can see this…',
	actionsFor: ({ name }: { name: string }) => `Actions for ${name}`,
	expand: ({ name }: { name: string }) => `Open or close ${name}`,
	restricted: 'restricted',
	shared: 'shared with people from outside',
	empty: 'This folder is empty. Write a document, or start an SOP for one way of working.',
	emptyReadOnly: 'There is nothing in this folder yet.',
	noFolders: 'No folders yet. Make one for each part of the work, such as Operations or Marketing.',
	noFoldersShared: 'Nothing is shared with you at the moment.',
	kindDoc: 'Document',
	kindSop: 'SOP',
	kindTask: 'Task',
	changed: 'Changed',
	archivedTab: ({ count: n }: { count: number }) => `Archive (${n})`,
	contents: 'Contents',
	archiveEmpty: 'Nothing is archived here.',
	unsent: 'Not sent yet',
	access: {
		seenBy: ({ people }: { people: string }) => `Seen by ${people}.`,
		wholeTeam: 'the whole team',
		teamCount: ({ count: n }: { count: number }) => `${n} people on the team`,
		outsiderCount: ({ count: n }: { count: number }) =>
			count(n, 'person from outside', 'people from outside'),
		outsider: ({ name, role }: { name: string; role: string }) => `${name} (${role})`,
		seersAbove: 'people who see the folder above',
		allEdit: 'All of them can edit.',
		editCount: ({ count: n }: { count: number }) => `${n} of them can edit.`,
		onlyEdit: ({ people }: { people: string }) => `Only ${people} can edit.`,
		noOutsiders: 'Freelancers and vendors can’t see it.',
		sharedWithYou: ({ workspace }: { workspace: string }) => `${workspace} shares this folder with you.`,
		youView: 'You can read it.',
		youComment: 'You can read and comment.',
		youEdit: 'You can edit.'
	},
	roleWord: {
		owner: 'owner',
		admin: 'admin',
		staff: 'staff',
		freelancer: 'freelancer',
		vendor: 'vendor'
	} satisfies Record<Role, string>,
	sharedStrip: ({ people }: { people: string }) =>
		`This folder is shared with ${people}. They see everything in it.`,
	done: {
		created: ({ name }: { name: string }) => `${name} made.`,
		renamed: ({ name }: { name: string }) => `Renamed to ${name}.`,
		moved: ({ name, place }: { name: string; place: string }) => `${name} moved to ${place}.`,
		reordered: ({ name }: { name: string }) => `${name} moved.`,
		restricted: ({ name }: { name: string }) => `${name} is restricted now.`,
		opened: ({ name }: { name: string }) => `${name} is open to the team now.`,
		archived: ({ name }: { name: string }) => `${name} archived.`,
		unarchived: ({ name }: { name: string }) => `${name} is back from the archive.`,
		trashed: ({ name }: { name: string }) => `${name} moved to trash.`,
		restored: ({ name }: { name: string }) => `${name} restored.`,
		purged: ({ name }: { name: string }) => `${name} deleted forever.`,
		undone: 'Undone.',
		redone: 'Done again.'
	},
	top: 'Top level',
	move: {
		title: ({ name }: { name: string }) => `Move ${name}`,
		choose: 'Choose a folder',
		none: 'No folder has this name.',
		button: 'Move here',
		warnTitle: ({ name, place }: { name: string; place: string }) => `Move ${name} to ${place}?`,
		gains: ({ people }: { people: string }) => `${people} will see it.`,
		loses: ({ people }: { people: string }) => `${people} will no longer see it.`,
		confirm: ({ name }: { name: string }) => `Move ${name}`
	},
	restrictWarn: {
		title: ({ name }: { name: string }) => `Restrict ${name}?`,
		confirm: 'Restrict access',
		openTitle: ({ name }: { name: string }) => `Open ${name} to the team?`,
		openConfirm: 'Open to the team'
	},
	trashPage: {
		title: 'Trash',
		lead: 'What lies here can be restored. Documents and tasks can be deleted forever by those who manage their folder.',
		empty: 'The trash is empty.',
		trashedAt: 'Trashed',
		purgeTitle: ({ name }: { name: string }) => `Delete ${name} forever?`,
		purgeBody: 'What is in it is removed for everybody. This cannot be undone.',
		purgeConfirm: ({ name }: { name: string }) => `Delete ${name} forever`
	},
	noAccess: {
		title: 'You can’t open this page',
		body: ({ name, workspace }: { name: string; workspace: string }) =>
			`It does not exist, or it is not shared with you. You are signed in to ${workspace} as ${name}.`,
		home: 'Go to home'
	},
	createIn: {
		title: 'Where should it go?',
		button: 'Create here'
	}
};

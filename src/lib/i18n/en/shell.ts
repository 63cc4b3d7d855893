import { count } from '../count.ts';

export const shell = {
	mainNavigation: 'Main',
	workspaceMenu: ({ name }: { name: string }) => `${name}: switch workspace, theme, language, sign out`,
	search: 'Search or open…',
	home: 'Home',
	people: 'People and access',
	settings: 'Settings',
	trash: 'Trash',
	create: 'Create',
	searchTab: 'Search',
	moreTab: 'More',
	hideSidebar: 'Hide sidebar',
	showSidebar: 'Show sidebar',
	resizeSidebar: 'Width of the sidebar',
	workspaces: 'Workspaces',
	theme: 'Theme',
	themeSystem: 'As on this device',
	themeLight: 'Light',
	themeDark: 'Dark',
	language: 'Language',
	signOut: 'Sign out',
	signOutOffline: 'Signing out needs a connection. Nothing was removed from this device.',
	path: 'Path',
	presentHere: ({ people }: { people: string }) => `On this page now: ${people}`,
	guestBanner: ({ workspace, count: n }: { workspace: string; count: number }) =>
		`You are signed in as a guest of ${workspace}. You see ${count(n, 'folder', 'folders')}.`,
	sharedFolders: 'Shared folders',
	keysHelp: 'Keyboard shortcuts',
	sync: {
		saved: 'Saved',
		saving: 'Saving…',
		connecting: 'Connecting…',
		offline: 'Offline',
		offlineUnsent: ({ count: n }: { count: number }) =>
			`Offline, ${count(n, 'change', 'changes')} on this device`,
		unsentHere: ({ count: n }: { count: number }) => `${n} on this device`,
		notSaved: 'Not saved',
		refused: 'Not taken',
		accessChanged: 'Access changed',
		signedOut: 'Signed out',
		title: 'State of your work',
		lastSync: ({ when }: { when: string }) => `Last in step with the server: ${when}.`,
		neverSynced: 'Not in step with the server yet.',
		savedBody: 'Everything is on the server.',
		savingBody: ({ count: n }: { count: number }) =>
			`${count(n, 'change is', 'changes are')} on the way to the server.`,
		connectingBody: 'Rapi is connecting. You see what is on this device.',
		offlineBody: 'You’re offline. Work is kept on this device and sent when you reconnect.',
		notSavedBody: 'Changes are not saved. Don’t close this page. Copy what you wrote to be safe.',
		refusedBody: 'The server did not take a change. Your other work is safe.',
		accessChangedBody: 'Your access changed. What you wrote last was not taken and stays on this device.',
		signedOutBody: 'Your session has ended. Work stays on this device until you sign in again.',
		unsentTitle: 'Not sent yet',
		refusedTitle: 'Not taken',
		unnamed: 'A change',
		dismiss: 'Dismiss',
		signIn: 'Sign in again',
		kept: ({ pages, of }: { pages: number; of: number }) => `${pages} of ${of} pages are kept on this device.`
	},
	refusedImages: {
		title: 'Images and files the server did not take',
		on: ({ page }: { page: string }) => `On “${page}”`,
		save: 'Save it',
		discard: 'Remove from this device'
	},
	lateEdits: {
		title: 'Could not be sent any more',
		body: 'You lost access to the folder before this reached the server. It is now on this device only, and only you can see it.',
		untitled: 'Untitled page',
		entry: ({ page, when }: { page: string; when: string }) => `“${page}”, ${when}`,
		save: 'Save as a file',
		saveImage: ({ number }: { number: number }) => `Save image ${number}`,
		dismiss: 'Dismiss',
		question: 'Remove what you wrote?',
		warning: ({ page }: { page: string }) =>
			`Unless you saved it as a file, what you wrote on “${page}” is gone for good.`,
		remove: 'Remove from this device'
	},
	notPrepared: 'Nothing was changed: a part of Rapi did not load. Check the connection and try again.',
	partMissing: 'This part of Rapi did not load. Check the connection and try again.',
	removed: {
		title: ({ workspace }: { workspace: string }) => `You are no longer a member of ${workspace}`,
		body: 'That is why everything of it was removed from this device. Is this a mistake? Ask the owner of the workspace.',
		home: 'Go on'
	},
	update: {
		ready: 'A newer version of Rapi is ready.',
		reload: 'Load it now'
	},
	loading: {
		numbers: ({ done, of }: { done: number; of: number }) => `${done} of ${of} documents`,
		firstTime: 'Fetching the workspace for the first time',
		slow: 'This takes longer than usual. Check the connection, or try again.'
	},
	failed: {
		title: 'Rapi could not open this workspace',
		body: 'Nothing was lost. Check the connection and try again.'
	},
	pageTitle: ({ page, workspace }: { page: string; workspace: string }) => `${page} · ${workspace}`,
	keys: {
		title: 'Keyboard shortcuts',
		palette: 'Search or open',
		help: 'Show these shortcuts',
		sidebar: 'Hide or show the sidebar',
		theme: 'Light or dark',
		settings: 'Settings',
		undo: 'Undo',
		redo: 'Redo',
		region: 'Next region',
		goHome: 'Go to home',
		goBoards: 'Task boards',
		goFolders: 'Go to folders',
		goPeople: 'Go to people and access',
		goTrash: 'Go to trash',
		createMenu: 'New…',
		anywhere: 'Anywhere',
		thisScreen: 'On this screen',
		inTree: 'In the folder tree',
		treeMove: 'Move along the tree',
		treeOpen: 'Open or close a folder',
		treeRename: 'Rename',
		treeMoveTo: 'Move to…',
		treeOrder: 'Change the order',
		treeTrash: 'Move to trash',
		treeMenu: 'Menu'
	}
};

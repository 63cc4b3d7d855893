import { isOutsider } from '#domain/access/level.ts';
import type { Words } from '../i18n/en.ts';
import { taskTemplates } from '../tasks/task-templates.ts';
import { boardsToWriteOn } from '../tasks/views/quick-boards.ts';
import type { Workspace } from '../sync/workspace.ts';
import { activityPath, boardsPath, foldersPath, homePath, inboxPath, myTasksPath } from './addresses.ts';
import type { Changes } from './changes.svelte.ts';
import type { CreateFlow } from './create-flow.ts';
import type { Frame } from './frame.svelte.ts';
import type { DevicePreferences } from './preferences.svelte.ts';
import type { AppCommand } from './shortcuts.ts';

export interface CommandSurroundings {
	workspace: Workspace;
	words: Words;
	frame: Frame;
	changes: Changes;
	preferences: DevicePreferences;
	create: CreateFlow;
	go: (path: string) => void;
}

/** Everything that works from anywhere, in the order of the help. Ids that start with `go` navigate. */
export function appCommands(around: CommandSurroundings): AppCommand[] {
	const { words, frame, changes, preferences } = around;
	const say = words.shell.keys;
	return [
		{
			id: 'palette',
			label: say.palette,
			keys: 'Ctrl K',
			run: () => frame.open({ kind: 'palette', query: '' })
		},
		{ id: 'search', label: say.palette, keys: '/', run: () => frame.open({ kind: 'palette', query: '' }) },
		{
			id: 'create',
			label: say.createMenu,
			keys: 'N',
			run: () => frame.open({ kind: 'palette', query: '+' })
		},
		...(boardsToWriteOn(around.workspace).length > 0
			? [{ id: 'create-task', label: words.tasks.newTask, keys: 'C', run: () => around.create.start('task') }]
			: []),
		...fromTemplate(around),
		{ id: 'help', label: say.help, keys: '?', run: () => frame.open({ kind: 'help' }) },
		{ id: 'sidebar', label: say.sidebar, keys: 'Ctrl .', run: () => frame.toggleSidebar() },
		{ id: 'undo', label: say.undo, keys: 'Ctrl Z', run: () => void changes.undo() },
		{ id: 'redo', label: say.redo, keys: 'Ctrl Shift Z', run: () => void changes.redo() },
		{ id: 'theme', label: say.theme, keys: 'Ctrl Shift L', run: () => switchTheme(preferences) },
		{ id: 'region', label: say.region, keys: 'F6', run: nextRegion },
		...goCommands(around)
	];
}

/** Only where there is a template and a board to use it on. */
function fromTemplate({ workspace, words, frame }: CommandSurroundings): AppCommand[] {
	const [first] = taskTemplates(workspace);
	if (!first || boardsToWriteOn(workspace).length === 0) return [];
	const run = () => frame.open({ kind: 'createTask', title: '', templateId: first.id });
	return [{ id: 'create-from-template', label: words.tasks.template.newFrom, run }];
}

function goCommands({ workspace, words, go }: CommandSurroundings): AppCommand[] {
	const home = homePath(workspace.slug);
	const say = words.shell.keys;
	const everybody: AppCommand[] = [
		{ id: 'go-home', label: say.goHome, keys: 'G H', run: () => go(home) },
		{ id: 'go-my', label: words.taskViews.my.title, keys: 'G M', run: () => go(myTasksPath(workspace.slug)) },
		{ id: 'go-inbox', label: words.inbox.goInbox, keys: 'G I', run: () => go(inboxPath(workspace.slug)) },
		{ id: 'go-boards', label: say.goBoards, keys: 'G B', run: () => go(boardsPath(workspace.slug)) },
		{ id: 'go-folders', label: say.goFolders, keys: 'G F', run: () => go(foldersPath(workspace.slug)) },
		{ id: 'go-activity', label: words.activity.go, keys: 'G Y', run: () => go(activityPath(workspace.slug)) },
		{ id: 'go-settings', label: say.settings, keys: 'Ctrl ,', run: () => go(`${home}/settings`) }
	];
	if (isOutsider(workspace.me.role)) return everybody;
	return [
		...everybody,
		{ id: 'go-people', label: say.goPeople, keys: 'G A', run: () => go(`${home}/people`) },
		{ id: 'go-trash', label: say.goTrash, keys: 'G S', run: () => go(`${home}/trash`) }
	];
}

function switchTheme(preferences: DevicePreferences): void {
	const { theme } = preferences.chosen;
	const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
	preferences.set('theme', dark ? 'light' : 'dark');
}

/** Moves the focus to the next part of the screen: sidebar, content, panel. */
function nextRegion(): void {
	const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
		(region) => region.offsetParent !== null || getComputedStyle(region).position === 'fixed'
	);
	const at = regions.findIndex((region) => region.contains(document.activeElement));
	regions[(at + 1) % regions.length]?.focus();
}

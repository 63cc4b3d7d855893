import type { Words } from './en.ts';
import { access } from './id/access.ts';
import { account } from './id/account.ts';
import { auth } from './id/auth.ts';
import { common } from './id/common.ts';
import { editor } from './id/editor.ts';
import { folders } from './id/folders.ts';
import { home } from './id/home.ts';
import { imports } from './id/imports.ts';
import { pages } from './id/pages.ts';
import { palette } from './id/palette.ts';
import { people } from './id/people.ts';
import { refusal } from './id/refusal.ts';
import { settings } from './id/settings.ts';
import { tasks } from './id/tasks.ts';
import { boards } from './id/boards.ts';
import { taskPanel } from './id/task-panel.ts';
import { taskViews } from './id/task-views.ts';
import { inbox } from './id/inbox.ts';
import { teams } from './id/teams.ts';
import { trello } from './id/trello.ts';
import { activity } from './id/activity.ts';
import { shell } from './id/shell.ts';

export const id: Words = {
	access,
	account,
	auth,
	common,
	editor,
	folders,
	home,
	imports,
	pages,
	palette,
	people,
	refusal,
	settings,
	shell,
	tasks,
	boards,
	taskPanel,
	taskViews,
	inbox,
	teams,
	trello,
	activity
};

import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { auth } from './en/auth.ts';
import { common } from './en/common.ts';
import { editor } from './en/editor.ts';
import { folders } from './en/folders.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { pages } from './en/pages.ts';
import { palette } from './en/palette.ts';
import { people } from './en/people.ts';
import { refusal } from './en/refusal.ts';
import { settings } from './en/settings.ts';
import { tasks } from './en/tasks.ts';
import { boards } from './en/boards.ts';
import { taskPanel } from './en/task-panel.ts';
import { taskViews } from './en/task-views.ts';
import { inbox } from './en/inbox.ts';
import { teams } from './en/teams.ts';
import { trello } from './en/trello.ts';
import { activity } from './en/activity.ts';
import { shell } from './en/shell.ts';

/** Every word of the interface. English is the type that Indonesian has to fill. */
export const en = {
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

type Widen<T> = T extends (...args: infer A) => string
	? (...args: A) => string
	: T extends string
		? string
		: { readonly [K in keyof T]: Widen<T[K]> };

/** A catalogue: texts, and functions of named values where a text has gaps. */
export type Words = Widen<typeof en>;

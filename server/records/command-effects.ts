import { dropDescription, dropText, storeDescription, storeFirstUpdate } from '../pages/page-effects.ts';
import { keepFreed } from '../tasks/freed-tasks.ts';
import { numberTasks } from '../tasks/task-numbers.ts';
import { endAccessOfMember } from '../auth/deactivation.ts';
import type { CommandEffects } from './command-runner.ts';

/** What the server does beside a command's rows, by the command's name. */
export const commandEffects: CommandEffects = {
	'blockers.reopen': [keepFreed],
	'blockers.solve': [keepFreed],
	'boards.move': [keepFreed],
	'members.deactivate': [endAccessOfMember],
	'pages.create': [storeFirstUpdate],
	'pages.purge': [dropText],
	'tasks.block': [keepFreed],
	'tasks.create': [numberTasks],
	'tasks.move': [numberTasks, keepFreed],
	'tasks.repeat': [numberTasks],
	'tasks.setTemplate': [numberTasks],
	'tasks.describe': [storeDescription],
	'tasks.purge': [dropDescription],
	'tasks.unblock': [keepFreed]
};

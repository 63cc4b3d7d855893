import { dropDescription, dropText, storeDescription, storeFirstUpdate } from '../pages/page-effects.ts';
import { numberTasks } from '../tasks/task-numbers.ts';
import { endAccessOfMember } from '../auth/deactivation.ts';
import type { CommandEffects } from './command-runner.ts';

/** What the server does beside a command's rows, by the command's name. */
export const commandEffects: CommandEffects = {
	'members.deactivate': [endAccessOfMember],
	'pages.create': [storeFirstUpdate],
	'pages.purge': [dropText],
	'tasks.create': [numberTasks],
	'tasks.move': [numberTasks],
	'tasks.repeat': [numberTasks],
	'tasks.setTemplate': [numberTasks],
	'tasks.describe': [storeDescription],
	'tasks.purge': [dropDescription]
};

import { dropText, storeFirstUpdate } from '../pages/page-effects.ts';
import { endAccessOfMember } from '../auth/deactivation.ts';
import type { CommandEffects } from './command-runner.ts';

/** What the server does beside a command's rows, by the command's name. */
export const commandEffects: CommandEffects = {
	'members.deactivate': [endAccessOfMember],
	'pages.create': [storeFirstUpdate],
	'pages.purge': [dropText]
};

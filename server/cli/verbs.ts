import { backupVerb, restoreVerb } from './backup-verbs.ts';
import { doctorVerb } from './doctor-verb.ts';
import { exportMarkdownVerb, importMarkdownVerb } from './markdown-verbs.ts';
import { addKeyVerb, addUserVerb, addWorkspaceVerb, setPasswordVerb } from './people-verbs.ts';
import { importTrelloVerb } from './trello-verb.ts';
import type { Verb } from './verb.ts';

/** Everything that `npm run rapi` can do, by its words. */
export const verbs: Readonly<Record<string, Verb>> = {
	doctor: doctorVerb,
	'workspace add': addWorkspaceVerb,
	'user add': addUserVerb,
	'user password': setPasswordVerb,
	'key add': addKeyVerb,
	'import markdown': importMarkdownVerb,
	'import trello': importTrelloVerb,
	'export markdown': exportMarkdownVerb,
	backup: backupVerb,
	restore: restoreVerb
};

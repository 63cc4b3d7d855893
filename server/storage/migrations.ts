import type { Migration } from 'kysely/migration';
import * as spine from './migrations/0001-spine.ts';
import * as tasks from './migrations/0002-tasks.ts';
import * as calendarFeeds from './migrations/0003-calendar-feeds.ts';
import * as notices from './migrations/0004-notices.ts';
import * as freedTasks from './migrations/0005-freed-tasks.ts';
import * as push from './migrations/0006-push.ts';
import * as archivedTeams from './migrations/0007-archived-teams.ts';
import * as attachments from './migrations/0008-attachments.ts';

/** Every migration, oldest first. Forward only: a landed one is never edited. */
export const migrations: Record<string, Migration> = {
	'0001-spine': spine,
	'0002-tasks': tasks,
	'0003-calendar-feeds': calendarFeeds,
	'0004-notices': notices,
	'0005-freed-tasks': freedTasks,
	'0006-push': push,
	'0007-archived-teams': archivedTeams,
	'0008-attachments': attachments
};

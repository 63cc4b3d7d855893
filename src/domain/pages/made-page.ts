import type { CommandName } from '../commands/commands.ts';
import { descriptionIdOf } from '../tasks/describe-task.ts';
import type { PageKind } from './page.ts';

/** The page that a command makes, with its kind; null for commands that make none. */
export function madePage(name: CommandName, input: unknown): { id: string; kind: PageKind } | null {
	if (name === 'pages.create') return input as { id: string; kind: PageKind };
	if (name === 'tasks.describe') return { id: descriptionIdOf((input as { id: string }).id), kind: 'task' };
	return null;
}

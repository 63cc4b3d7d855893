import { generateNKeysBetween } from 'fractional-indexing';
import { pastedLines } from '#domain/tasks/pasted-lines.ts';
import { readQuickTask, type QuickTask } from '#domain/tasks/quick-add.ts';
import type { Workspace } from '../sync/workspace.ts';
import { findMemberNamed } from './find-member.ts';
import type { NewTask, TaskPlace } from './task-actions.ts';

/** The tasks that typed lines mean, one for each that is not empty, after a place in a column. */
export function typedTasks(
	text: string,
	{ boardId, columnId, after }: Pick<TaskPlace, 'boardId' | 'columnId'> & { after: string | null },
	workspace: Workspace,
	today: string
): NewTask[] {
	const lines = pastedLines(text);
	const keys = generateNKeysBetween(after, null, lines.length);
	const findMember = (name: string) => findMemberNamed(workspace, name);
	return lines.map((line, at) => {
		const typed = readQuickTask(line, { today, findMember });
		const place = { boardId, columnId, orderKey: keys[at] ?? 'a0' };
		return { place, title: typed.title, with: factsOf(typed) };
	});
}

/** Only what was typed: a template has its own for the rest. */
function factsOf({ dueOn, dueTime, priority, labels, memberIds }: QuickTask): NonNullable<NewTask['with']> {
	return {
		...(dueOn !== null && { dueOn, dueTime }),
		...(labels.length > 0 && { labels }),
		...(memberIds.length > 0 && { assigneeIds: memberIds }),
		...(priority && { priority })
	};
}

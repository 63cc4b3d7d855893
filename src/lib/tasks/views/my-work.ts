import type { Task } from '#domain/tasks/task.ts';
import { dueRangeOf } from '#domain/tasks/task-filter.ts';
import { liveBoards } from '../../boards/board-actions.ts';
import type { Workspace } from '../../sync/workspace.ts';
import type { TaskSight } from '../task-sight.ts';
import { isMine } from './my-sections.ts';

/** The open tasks of whoever works here, on boards that are worked on. */
export function myTasks(workspace: Workspace, sight: TaskSight): Task[] {
	const boards = new Set(liveBoards(workspace).map(({ id }) => id));
	return workspace.records
		.list('tasks')
		.filter((task) => boards.has(task.boardId) && isMine(task, workspace.me.id, sight));
}

/** Those that cannot wait: late or due today, the latest first. */
export function dueNow(tasks: readonly Task[], today: string): Task[] {
	return tasks
		.filter((task) => ['overdue', 'today'].includes(dueRangeOf(task, today)))
		.sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
}

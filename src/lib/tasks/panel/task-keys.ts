import type { Task } from '#domain/tasks/task.ts';
import type { Words } from '../../i18n/en.ts';
import type { AppCommand } from '../../views/shortcuts.ts';
import type { TaskActions } from '../task-actions.ts';

interface KeySurroundings {
	words: Words;
	actions: TaskActions;
	myId: string;
	edits: boolean;
	writes: boolean;
	/** Opens what changes a fact. */
	open: (fact: string) => void;
	copyLink: () => void;
	/** Undefined on the task's own page, which does not close. */
	close: (() => void) | undefined;
}

/** The keys of an open task. */
export function taskKeys(task: Task, around: KeySurroundings): AppCommand[] {
	const { words, actions, myId, open } = around;
	const { facts } = words.tasks;
	const follows = task.watcherIds.includes(myId);
	const always: AppCommand[] = [
		{
			id: 'follow',
			label: words.taskPanel.follow,
			keys: 'F',
			run: () => void actions.watch([task], !follows)
		},
		{ id: 'copy-link', label: words.taskPanel.copyLink, keys: 'Ctrl Shift C', run: around.copyLink },
		...(around.close ? [{ id: 'close', label: words.common.close, keys: 'Escape', run: around.close }] : [])
	];
	if (!around.writes) return always;
	const mine = task.assigneeIds.includes(myId);
	return [
		...always,
		{ id: 'status', label: facts.status, keys: 'S', run: () => open('status') },
		{ id: 'assign', label: facts.assignees, keys: 'A', run: () => open('assignees') },
		{
			id: 'assign-me',
			label: words.boards.assignMe,
			keys: 'I',
			run: () => void actions.assign([task], myId, !mine)
		},
		{ id: 'due', label: facts.dueOn, keys: 'D', run: () => open('due') },
		{ id: 'priority', label: facts.priority, keys: 'P', run: () => open('priority') },
		{ id: 'label', label: facts.labels, keys: 'L', run: () => open('labels') },
		{ id: 'blocker', label: words.taskPanel.blocker.note, keys: 'B', run: () => open('blocker') },
		{ id: 'trash', label: words.taskPanel.trash, keys: 'Delete', run: () => void actions.trash([task], true) }
	];
}

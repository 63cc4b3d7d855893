import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Bell from '@lucide/svelte/icons/bell';
import BellOff from '@lucide/svelte/icons/bell-off';
import CornerUpRight from '@lucide/svelte/icons/corner-up-right';
import LayoutTemplate from '@lucide/svelte/icons/layout-template';
import Maximize2 from '@lucide/svelte/icons/maximize-2';
import SquareCheck from '@lucide/svelte/icons/square-check';
import Trash from '@lucide/svelte/icons/trash-2';
import type { Task } from '#domain/tasks/task.ts';
import type { Language } from '../../i18n/language.ts';
import type { MenuEntry } from '../../ui/menu.ts';
import type { TaskActions } from '../task-actions.ts';
import type { TaskDetailActions } from './task-detail-actions.ts';

interface MenuSurroundings {
	language: Language;
	actions: TaskActions;
	details: TaskDetailActions;
	myId: string;
	/** Whether this person may change tasks of the folder. */
	edits: boolean;
	/** Its own page; undefined where that is open. */
	href: string | undefined;
	move: () => void;
	/** Keeps it as a template, or makes work from the template that it is. */
	save: () => void;
	use: () => void;
}

/** What stands behind the three dots of a task. Who may only read finds no dead entries. */
export function taskMenu(task: Task, around: MenuSurroundings): MenuEntry[] {
	const { actions, details, edits, href } = around;
	const { taskPanel: words, tasks } = around.language.words;
	const say = tasks.template;
	const follows = task.watcherIds.includes(around.myId);
	const entries: MenuEntry[] = [
		...(href === undefined ? [] : [{ label: words.openPage, icon: Maximize2, href }]),
		{
			label: follows ? words.unfollow : words.follow,
			icon: follows ? BellOff : Bell,
			keys: 'F',
			onselect: () => void actions.watch([task], !follows)
		}
	];
	if (!edits) return entries;
	if (task.trashedAt !== null)
		return [
			...entries,
			{ label: words.restore, icon: ArchiveRestore, onselect: () => void actions.trash([task], false) }
		];
	const isTemplate = task.templateAt !== null;
	const isArchived = task.archivedAt !== null;
	return [
		...entries,
		...(isArchived ? [] : [{ label: tasks.moveToBoard.open, icon: CornerUpRight, onselect: around.move }]),
		...(isTemplate
			? [
					{ label: say.use, icon: SquareCheck, onselect: around.use },
					{
						label: words.unmakeTemplate,
						icon: LayoutTemplate,
						onselect: () => void details.untemplate(task)
					}
				]
			: [{ label: say.make, icon: LayoutTemplate, onselect: around.save }]),
		null,
		{
			label: isArchived ? words.unarchive : words.archive,
			icon: isArchived ? ArchiveRestore : Archive,
			onselect: () => void actions.archive([task], !isArchived)
		},
		{
			label: words.trash,
			icon: Trash,
			keys: 'Del',
			danger: true,
			onselect: () => void actions.trash([task], true)
		}
	];
}

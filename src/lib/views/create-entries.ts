import FilePlus from '@lucide/svelte/icons/file-plus';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import ListPlus from '@lucide/svelte/icons/list-plus';
import SquareCheck from '@lucide/svelte/icons/square-check';
import SquareKanban from '@lucide/svelte/icons/square-kanban';
import { boardsToWriteOn } from '../tasks/views/quick-boards.ts';
import { isLive } from '../folders/outline.ts';
import { mayCreateRoot } from '../folders/may-create.ts';
import type { Words } from '../i18n/en.ts';
import type { Workspace } from '../sync/workspace.ts';
import type { MenuAction } from '../ui/menu.ts';

/** What this person can make, as rows of a menu; nothing that they may not. */
export function createEntries(
	workspace: Workspace,
	{ boards, folders, tasks }: Words,
	create: (kind: 'doc' | 'sop' | 'folder' | 'board' | 'task') => void
): MenuAction[] {
	const writes = workspace.records
		.list('folders')
		.some((folder) => isLive(folder) && workspace.can('edit', folder.id));
	const pages: MenuAction[] = [
		{ label: folders.newDoc, icon: FilePlus, onselect: () => create('doc') },
		{ label: folders.newSop, icon: ListPlus, onselect: () => create('sop') }
	];
	const board: MenuAction = { label: boards.newBoard, icon: SquareKanban, onselect: () => create('board') };
	const folder: MenuAction = { label: folders.newFolder, icon: FolderPlus, onselect: () => create('folder') };
	const task: MenuAction = {
		label: tasks.newTask,
		icon: SquareCheck,
		keys: 'C',
		onselect: () => create('task')
	};
	return [
		...(boardsToWriteOn(workspace).length > 0 ? [task] : []),
		...(writes ? [...pages, board] : []),
		...(writes || mayCreateRoot(workspace) ? [folder] : [])
	];
}

import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import FileInput from '@lucide/svelte/icons/file-input';
import FolderInput from '@lucide/svelte/icons/folder-input';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import LockKeyhole from '@lucide/svelte/icons/lock-keyhole';
import LockKeyholeOpen from '@lucide/svelte/icons/lock-keyhole-open';
import Pencil from '@lucide/svelte/icons/pencil';
import SquareKanban from '@lucide/svelte/icons/square-kanban';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { Folder } from '#domain/folders/folder.ts';
import type { Page } from '#domain/pages/page.ts';
import type { MenuEntry } from '../ui/menu.ts';
import { accessEntry } from './access-entry.ts';
import { restrictCarefully, type Surroundings } from './careful-change.ts';

/** What this person may do with a folder; nothing that they may not. `rename` starts an inline rename. */
export function folderMenu(around: Surroundings, folder: Folder, rename: () => void): MenuEntry[] {
	const { workspace, frame, actions, language } = around;
	const { folders: words } = language.words;
	const access = accessEntry(around, folder.id);
	const entries: MenuEntry[] = access ? [access] : [];
	if (workspace.can('edit', folder.id)) {
		entries.unshift(
			{
				label: words.newFolderInside,
				icon: FolderPlus,
				onselect: () => frame.open({ kind: 'createFolder', parentId: folder.id, name: '' })
			},
			{ label: words.rename, icon: Pencil, keys: 'F2', onselect: rename },
			{
				label: language.words.imports.open,
				icon: FileInput,
				onselect: () => frame.open({ kind: 'import', folderId: folder.id })
			},
			{
				label: language.words.trello.open,
				icon: SquareKanban,
				onselect: () => frame.open({ kind: 'importBoard', folderId: folder.id })
			}
		);
	}
	if (!workspace.can('manage', folder.id)) return entries;
	const restricted = folder.restrictedAt !== null;
	const archived = folder.archivedAt !== null;
	return [
		...entries,
		{
			label: words.moveTo,
			icon: FolderInput,
			keys: 'M',
			onselect: () => frame.open({ kind: 'move', thing: folder })
		},
		null,
		{
			label: restricted ? words.open : words.restrict,
			icon: restricted ? LockKeyholeOpen : LockKeyhole,
			onselect: () => restrictCarefully(around, folder, !restricted)
		},
		null,
		{
			label: archived ? words.unarchive : words.archive,
			icon: archived ? ArchiveRestore : Archive,
			onselect: () => void actions.setArchived(folder, !archived)
		},
		{
			label: words.trash,
			icon: Trash2,
			keys: 'Del',
			danger: true,
			onselect: () => void actions.setTrashed(folder, true)
		}
	];
}

/** What this person may do with the facts of a page. */
export function pageMenu(around: Surroundings, page: Page, rename: () => void): MenuEntry[] {
	const { workspace, frame, actions, language } = around;
	const { folders: words } = language.words;
	if (!workspace.can('edit', page.folderId)) return [];
	const archived = page.archivedAt !== null;
	return [
		{ label: words.rename, icon: Pencil, keys: 'F2', onselect: rename },
		{
			label: words.moveTo,
			icon: FolderInput,
			keys: 'M',
			onselect: () => frame.open({ kind: 'move', thing: page })
		},
		null,
		{
			label: archived ? words.unarchive : words.archive,
			icon: archived ? ArchiveRestore : Archive,
			onselect: () => void actions.setArchived(page, !archived)
		},
		{
			label: words.trash,
			icon: Trash2,
			keys: 'Del',
			danger: true,
			onselect: () => void actions.setTrashed(page, true)
		}
	];
}

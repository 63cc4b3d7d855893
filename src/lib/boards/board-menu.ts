import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import HistoryIcon from '@lucide/svelte/icons/history';
import Columns3 from '@lucide/svelte/icons/columns-3';
import LayoutTemplate from '@lucide/svelte/icons/layout-template';
import Pencil from '@lucide/svelte/icons/pencil';
import SquareKanban from '@lucide/svelte/icons/square-kanban';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { Board } from '#domain/boards/board.ts';
import type { Words } from '../i18n/en.ts';
import type { MenuEntry } from '../ui/menu.ts';
import type { BoardActions } from './board-actions.ts';

/** What can be done with a whole board; who may only read finds what happened on it and what was put away. */
export function boardMenu(
	board: Board,
	actions: BoardActions,
	words: Words,
	open: {
		writes: boolean;
		activity: string;
		rename: () => void;
		addColumn: () => void;
		make: () => void;
		archive: () => void;
	}
): MenuEntry[] {
	const activity = { label: words.activity.ofBoard, icon: HistoryIcon, href: open.activity };
	const archive = { label: words.boards.archive.open, icon: Archive, onselect: open.archive };
	if (!open.writes) return [activity, archive];
	const archived = board.archivedAt !== null;
	const { boards: say, folders } = words;
	return [
		{ label: folders.rename, icon: Pencil, onselect: open.rename },
		{ label: say.column.add, icon: Columns3, onselect: open.addColumn },
		board.templateAt === null
			? {
					label: say.template.make,
					icon: LayoutTemplate,
					onselect: () => void actions.makeTemplate(board)
				}
			: { label: say.template.use, icon: SquareKanban, onselect: open.make },
		activity,
		archive,
		null,
		{
			label: archived ? folders.unarchive : folders.archive,
			icon: archived ? ArchiveRestore : Archive,
			onselect: () => void actions.setArchived(board, !archived)
		},
		{
			label: folders.trash,
			icon: Trash2,
			danger: true,
			onselect: () => void actions.setTrashed(board, true)
		}
	];
}

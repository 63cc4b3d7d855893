import Archive from '@lucide/svelte/icons/archive';
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CornerUpRight from '@lucide/svelte/icons/corner-up-right';
import Link from '@lucide/svelte/icons/link';
import SquareCheck from '@lucide/svelte/icons/square-check';
import Trash2 from '@lucide/svelte/icons/trash-2';
import UserCheck from '@lucide/svelte/icons/user-check';
import type { Board } from '#domain/boards/board.ts';
import type { Words } from '../i18n/en.ts';
import type { MenuEntry } from '../ui/menu.ts';
import type { BoardWork } from './board-work.svelte.ts';

/** Everything that can be done with a card; with all chosen ones when it is among them. */
export function cardMenu(work: BoardWork, board: Board, words: Words, id: string): MenuEntry[] {
	const ids = work.movingWith(id);
	const { boards: say, folders } = words;
	return [
		{
			label: say.moveTo,
			icon: ArrowRightLeft,
			onselect: () => (work.dialog = { kind: 'move', ids })
		},
		...(work.hasOtherBoard
			? [
					{
						label: words.tasks.moveToBoard.open,
						icon: CornerUpRight,
						onselect: () => (work.dialog = { kind: 'moveAway', ids })
					}
				]
			: []),
		{
			label: say.status,
			icon: CircleDot,
			keys: 'S',
			onselect: () => work.openMenuAt(id, statusMenu(work, board, words, id))
		},
		{ label: say.assignMe, icon: UserCheck, keys: 'I', onselect: () => void work.acts.assignMe(ids) },
		{
			label: work.selected.has(id) ? say.deselect : say.select,
			icon: SquareCheck,
			keys: 'X',
			onselect: () => work.toggleSelected(id)
		},
		{ label: say.copyLink, icon: Link, onselect: () => void work.acts.copyLink(id) },
		null,
		{ label: folders.archive, icon: Archive, onselect: () => void work.acts.archive(ids) },
		{
			label: folders.trash,
			icon: Trash2,
			keys: 'Del',
			danger: true,
			onselect: () => void work.acts.trash(ids)
		}
	];
}

/** The columns of the board to choose from, each with its digit. */
export function statusMenu(work: BoardWork, board: Board, words: Words, id: string): MenuEntry[] {
	const ids = work.movingWith(id);
	const here = work.placeOf(id)?.columnId;
	return [
		words.boards.status,
		...board.columns.map((column, at) => ({
			label: column.name,
			checked: column.id === here,
			...(at < 9 && { keys: String(at + 1) }),
			onselect: () => void work.focus.follow(id, work.acts.moveToColumn(ids, column.id))
		}))
	];
}

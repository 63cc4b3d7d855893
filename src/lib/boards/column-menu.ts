import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ChevronsRightLeft from '@lucide/svelte/icons/chevrons-right-left';
import Columns3 from '@lucide/svelte/icons/columns-3';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { Board, Column } from '#domain/boards/board.ts';
import type { Words } from '../i18n/en.ts';
import type { MenuEntry } from '../ui/menu.ts';
import type { BoardActions } from './board-actions.ts';
import type { BoardWork } from './board-work.svelte.ts';

/** What can be done with a column; folding it is everybody's own affair. */
export function columnMenu(
	work: BoardWork,
	actions: BoardActions,
	board: Board,
	column: Column,
	{ words, writes }: { words: Words['boards']; writes: boolean }
): MenuEntry[] {
	const fold = {
		label: words.column.fold,
		icon: ChevronsRightLeft,
		onselect: () => work.folded.set(column.id, true)
	};
	if (!writes) return [fold];
	const at = board.columns.indexOf(column);
	const after = board.columns[at + 1]?.id ?? null;
	const moves: MenuEntry[] = [];
	if (at > 0) moves.push(mover('left', board.columns[at - 1]?.id ?? null));
	if (after !== null) moves.push(mover('right', board.columns[at + 2]?.id ?? null));
	return [
		{
			label: words.column.change,
			icon: Pencil,
			onselect: () => (work.dialog = { kind: 'column', columnId: column.id, before: null })
		},
		fold,
		null,
		...moves,
		{
			label: words.column.add,
			icon: Columns3,
			onselect: () => (work.dialog = { kind: 'column', columnId: undefined, before: after })
		},
		null,
		{
			label: words.column.remove,
			icon: Trash2,
			danger: true,
			onselect: () => void actions.removeColumn(board, column)
		}
	];

	function mover(side: 'left' | 'right', before: string | null): MenuEntry {
		return {
			label: side === 'left' ? words.column.left : words.column.right,
			icon: side === 'left' ? ArrowLeft : ArrowRight,
			onselect: () => void actions.moveColumn(board, column, before)
		};
	}
}

import type { Slice } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { BlockPlace } from './block-commands.ts';

/** Begins to drag a block. The page's own drop does the rest: it moves what is selected and carried by then. */
export function dragBlock(view: EditorView, block: BlockPlace, transfer: DataTransfer): void {
	const slice = carryBlock(view, block);
	const element = view.nodeDOM(block.position);
	if (element instanceof HTMLElement) transfer.setDragImage(element, 0, 0);
	transfer.effectAllowed = 'move';
	transfer.setData('text/html', view.serializeForClipboard(slice).dom.innerHTML);
}

/**
 * Carries the block as it is now. Called again whenever the text changes during
 * the drag, or the drop would put old words back, and take away what stands where the block was.
 */
export function carryBlock(view: EditorView, block: BlockPlace): Slice {
	const { state } = view;
	const selection = NodeSelection.create(state.doc, block.position);
	if (!state.selection.eq(selection)) view.dispatch(state.tr.setSelection(selection));
	const slice = selection.content();
	view.dragging = { slice, move: true };
	return slice;
}

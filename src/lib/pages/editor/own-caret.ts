import { Extension } from '@tiptap/core';
import { Plugin, type EditorState } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { createAbsolutePositionFromRelativePosition, type Doc, type RelativePosition } from 'yjs';

/** What the binding notes of one's own selection before a change: places in the text, and their numbers. */
interface Noted {
	anchor: RelativePosition | null;
	head: RelativePosition | null;
	absAnchor?: number;
	absHead?: number;
}

/**
 * Keeps one's caret at its letter while others write in the same paragraph. After a change from
 * elsewhere y-tiptap distrusts the right place as soon as the paragraph reads differently, and goes
 * back to the old number: what is typed on then lands in the midst of the others' words, letter by
 * letter. Without the numbers it has nothing to go back to. They stay where the paragraph itself is
 * gone, as when somebody moves a block: there a guess is better than the start of the page.
 */
export const OwnCaret = Extension.create<{ doc: Doc }>({
	name: 'ownCaret',
	// Behind the binding, which notes the selection when it is told of a change.
	priority: 1,
	addProseMirrorPlugins() {
		const { doc } = this.options;
		return [
			new Plugin({
				view: (view) => {
					const trustPlaces = () => forgetNumbers(notedIn(view.state), doc);
					doc.on('beforeObserverCalls', trustPlaces);
					return { destroy: () => doc.off('beforeObserverCalls', trustPlaces) };
				}
			})
		];
	}
});

function notedIn(state: EditorState): Noted | null {
	const synced = ySyncPluginKey.getState(state) as
		{ binding: { beforeTransactionSelection: Noted | null } | null } | undefined;
	return synced?.binding?.beforeTransactionSelection ?? null;
}

function forgetNumbers(noted: Noted | null, doc: Doc): void {
	if (!noted) return;
	if (stands(noted.anchor, doc)) delete noted.absAnchor;
	if (stands(noted.head, doc)) delete noted.absHead;
}

/** Whether the paragraph of a place is still in the page. */
function stands(place: RelativePosition | null, doc: Doc): boolean {
	const found = place && createAbsolutePositionFromRelativePosition(place, doc);
	return found !== null && found.type._item?.deleted === false;
}

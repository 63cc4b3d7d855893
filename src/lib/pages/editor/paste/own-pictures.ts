import type { Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { imageIdOf, type PagePictures } from '../../page-pictures.ts';
import { newImageId } from '../../../sync/new-image-id.ts';

/**
 * Gives the page its own copies of pictures that were pasted with blocks of another page. Those of the
 * other page go with it, and are shown only to who may see it. A picture that cannot be had now stays as
 * it is.
 */
export async function ownPastedPictures(
	view: EditorView,
	slice: Slice,
	pictures: Pick<PagePictures, 'ownCopyOf'>
): Promise<void> {
	for (const id of picturesIn(slice)) {
		const own = await pictures.ownCopyOf(id, newImageId());
		if (own !== undefined && own !== id && !view.isDestroyed) pointAt(view, id, own);
	}
}

function picturesIn(slice: Slice): Set<string> {
	const ids = new Set<string>();
	slice.content.descendants(({ attrs }) => {
		const id = imageIdOf(attrs['src']);
		if (id !== undefined) ids.add(id);
	});
	return ids;
}

/** No step of anybody's undo: taking back the paste takes the picture along. */
function pointAt(view: EditorView, id: string, own: string): void {
	const { tr } = view.state;
	view.state.doc.descendants(({ attrs }, position) => {
		if (imageIdOf(attrs['src']) === id) tr.setNodeAttribute(position, 'src', `/images/${own}`);
	});
	if (tr.docChanged) view.dispatch(tr.setMeta('addToHistory', false));
}

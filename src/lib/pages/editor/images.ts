import type { EditorView } from '@tiptap/pm/view';
import { newBlockId } from './block-ids.ts';
import { topBlockAt } from './block-commands.ts';
import { cleanHtml } from './trusted-html.ts';

export const imageTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
const mostBytes = 20 * 1024 * 1024;

export type ImageFault = 'tooLarge' | 'wrongType';

/** Why a file cannot be placed; undefined when it can. The server decides again by the content. */
export function imageFault(file: Blob): ImageFault | undefined {
	if (!(imageTypes as readonly string[]).includes(file.type)) return 'wrongType';
	return file.size > mostBytes ? 'tooLarge' : undefined;
}

/**
 * The files of a paste or a drop that are pictures. Office programs put a picture of the text beside
 * the text itself; then the text is what was copied.
 */
export function imageFiles(data: DataTransfer | null): File[] {
	const files = [...(data?.files ?? [])];
	if (!data || holdsText(data, files)) return [];
	return files.filter((file) => file.type.startsWith('image/'));
}

function holdsText(data: DataTransfer, files: readonly File[]): boolean {
	const html = data.getData('text/html');
	if (html) {
		const parsed = new DOMParser().parseFromString(cleanHtml(html), 'text/html');
		return (parsed.body.textContent ?? '').trim() !== '';
	}
	// File managers give the names of what was copied as its text.
	const plain = data.getData('text/plain').trim();
	return plain !== '' && !files.some(({ name }) => plain.includes(name));
}

/** Measures a picture before it is placed, so that nothing jumps when it has loaded. */
export async function sizeOf(file: Blob): Promise<{ width: number; height: number } | null> {
	try {
		const bitmap = await createImageBitmap(file);
		const { width, height } = bitmap;
		bitmap.close();
		return width <= 20_000 && height <= 20_000 ? { width, height } : null;
	} catch {
		// A picture that this browser cannot decode is still placed; others may be able to.
		return null;
	}
}

/** Puts a picture where the caret or the drop is: into an empty line's place, else behind its block. */
export function placeImage(
	view: EditorView,
	image: { id: string; alt: string; size: { width: number; height: number } | null },
	at = view.state.selection.from
): void {
	const { state } = view;
	const { image: type, paragraph } = state.schema.nodes;
	if (!type) return;
	const node = type.create({
		id: newBlockId(),
		src: `/images/${image.id}`,
		alt: image.alt.slice(0, 500),
		...image.size
	});
	const $at = state.doc.resolve(Math.min(at, state.doc.content.size));
	const line = $at.parent;
	if ($at.depth > 0 && line.type === paragraph && line.content.size === 0) {
		view.dispatch(state.tr.replaceWith($at.before(), $at.after(), node).scrollIntoView());
		return;
	}
	const block = $at.depth > 0 ? $at.after() : (topBlockAt(state.doc, at)?.position ?? 0);
	view.dispatch(state.tr.insert(block, node).scrollIntoView());
}

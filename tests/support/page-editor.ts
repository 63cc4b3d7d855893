import { Awareness } from 'y-protocols/awareness';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { en } from '../../src/lib/i18n/en.ts';
import { createPageEditor, type PageEditor } from '../../src/lib/pages/editor/page-editor.ts';
import { SlashMenu } from '../../src/lib/pages/editor/slash-menu.svelte.ts';
import type { PagePictures } from '../../src/lib/pages/page-pictures.ts';
import type { OpenPage } from '../../src/lib/sync/workspace.ts';

/** A person's copy of a page, open in the real editor; needs happy-dom. */
export interface TestEditor extends PageEditor {
	doc: Doc;
	awareness: Awareness;
	/** How often the editor has let go of the page. */
	readonly lettings: number;
}

export function openTestEditor(doc: Doc, nameOf: (memberId: string) => string = (id) => id): TestEditor {
	const awareness = new Awareness(doc);
	const element = document.createElement('div');
	document.body.append(element);
	let lettings = 0;
	const words = () => en.editor;
	const pictures = { stateOf: () => undefined, onChange: () => () => undefined, show: () => () => undefined };
	const made = createPageEditor({
		element,
		page: { pageId: '', doc, awareness, close: () => undefined } as unknown as OpenPage,
		words,
		nameOf,
		inSop: () => true,
		slashMenu: new SlashMenu(),
		keys: { editLink: () => false, focusToolbar: () => false, leaveUpwards: () => false },
		images: { words, pictures: pictures as unknown as PagePictures, describe: () => undefined },
		chooseImage: () => undefined,
		onImages: () => undefined,
		openFacts: () => undefined,
		onUnreadable: () => (lettings += 1)
	});
	if (!made) throw new Error('the page cannot be shown');
	return {
		...made,
		doc,
		awareness,
		get lettings() {
			return lettings;
		}
	};
}

/** Another device's copy of the same page. */
export function copyOf(doc: Doc): Doc {
	const copy = new Doc();
	applyUpdate(copy, encodeStateAsUpdate(doc));
	return copy;
}

/** Brings both copies to the same text, as the server would. */
export function exchange(a: Doc, b: Doc): void {
	const fromA = encodeStateAsUpdate(a);
	applyUpdate(a, encodeStateAsUpdate(b));
	applyUpdate(b, fromA);
}

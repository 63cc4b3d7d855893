import { Awareness } from 'y-protocols/awareness';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { en } from '../../src/lib/i18n/en.ts';
import { topBlockAt, type BlockPlace } from '../../src/lib/pages/editor/block-commands.ts';
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

/** A block with one line in it, as the shared document holds it; its id is made of its text. */
export function sharedBlock(name: string, text: string): XmlElement {
	const line = new XmlElement('paragraph');
	line.insert(0, [new XmlText(text)]);
	const made = new XmlElement(name);
	made.setAttribute('id', text.replaceAll(' ', '-'));
	made.insert(0, [line]);
	return made;
}

/** A goal and these steps. */
export function sopOf(...titles: string[]): Doc {
	const doc = new Doc();
	const steps = titles.map((title) => sharedBlock('sopStep', title));
	doc.getXmlFragment(documentRoot).push([sharedBlock('sopGoal', 'Semua terkirim'), ...steps]);
	return doc;
}

/** The block of the page with this place in the order. */
export function blockNumber({ editor }: PageEditor, index: number): BlockPlace {
	const { doc } = editor.state;
	const before = doc.children.slice(0, index).reduce((size, { nodeSize }) => size + nodeSize, 0);
	const found = topBlockAt(doc, before);
	if (!found) throw new Error(`the page has no block ${index}`);
	return found;
}

// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { Doc, XmlElement } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { openTestEditor, type TestEditor } from '../../../../../tests/support/page-editor.ts';
import { imageIdOf } from '../../page-pictures.ts';
import { ownPastedPictures } from './own-pictures.ts';

const foreign = 'a'.repeat(32);
const own = 'b'.repeat(32);

let open: TestEditor | undefined;
afterEach(() => open?.destroy());

/** A page with a paragraph and these pictures. */
function openPage(...ids: string[]): TestEditor {
	const doc = new Doc();
	const blocks = ids.map((id) => {
		const image = new XmlElement('image');
		image.setAttribute('src', `/images/${id}`);
		return image;
	});
	doc.getXmlFragment(documentRoot).insert(0, [new XmlElement('paragraph'), ...blocks]);
	return (open = openTestEditor(doc));
}

function picturesOf({ editor }: TestEditor): (string | undefined)[] {
	return editor.state.doc.children
		.filter(({ type }) => type.name === 'image')
		.map(({ attrs }) => imageIdOf(attrs['src']));
}

it('lets a pasted picture of another page be the page\u2019s own', async () => {
	const page = openPage(foreign, own);
	const slice = page.editor.state.doc.slice(0, page.editor.state.doc.content.size);
	const copies: string[] = [];
	await ownPastedPictures(page.editor.view, slice, {
		ownCopyOf: async (id, newId) => {
			if (id === own) return own;
			copies.push(newId);
			return newId;
		}
	});
	expect(picturesOf(page)).toEqual([copies[0], own]);
	expect(copies).toHaveLength(1);
});

it('leaves a picture as it is that cannot be had now', async () => {
	const page = openPage(foreign);
	const slice = page.editor.state.doc.slice(0, page.editor.state.doc.content.size);
	await ownPastedPictures(page.editor.view, slice, { ownCopyOf: async () => undefined });
	expect(picturesOf(page)).toEqual([foreign]);
});

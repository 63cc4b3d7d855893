// @vitest-environment happy-dom
import type { NodeSelection } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyUpdate, encodeStateAsUpdate, type XmlElement, XmlText, type Doc, type XmlFragment } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import {
	blockNumber,
	copyOf,
	openTestEditor,
	sharedBlock,
	sopOf,
	type TestEditor
} from '../../../../tests/support/page-editor.ts';
import { findBlock } from './block-commands.ts';
import { carryBlock } from './block-drag.ts';

let mine: TestEditor;
let theirs: Doc;
beforeEach(() => {
	const doc = sopOf('Cetak label', 'Ambil barang', 'Kemas');
	theirs = copyOf(doc);
	mine = openTestEditor(doc);
});
afterEach(() => mine.destroy());

function theyEdit(edit: (body: XmlFragment) => void): void {
	edit(theirs.getXmlFragment(documentRoot));
	applyUpdate(mine.doc, encodeStateAsUpdate(theirs));
}

it('finds a block again that others have moved and written in, until they delete it', () => {
	const { node } = blockNumber(mine, 2);
	theyEdit((body) => {
		body.delete(2);
		body.insert(0, [sharedBlock('sopStep', 'Baru'), sharedBlock('sopStep', 'Ambil barang')]);
		((body.get(1) as XmlElement).get(0) as XmlElement).insert(1, [new XmlText(' di rak')]);
	});
	expect(findBlock(mine.editor.state.doc, node)?.index).toBe(1);
	theyEdit((body) => body.delete(1));
	expect(findBlock(mine.editor.state.doc, node)).toBe(undefined);
});

it('finds a block that has no id by what it says, unless another says the same', () => {
	theyEdit((body) => (body.get(2) as XmlElement).removeAttribute('id'));
	const { node } = blockNumber(mine, 2);
	theyEdit((body) => body.insert(0, [sharedBlock('sopStep', 'Baru')]));
	expect(findBlock(mine.editor.state.doc, node)?.index).toBe(3);
	theyEdit((body) => {
		body.insert(0, [sharedBlock('sopStep', 'Ambil barang')]);
		(body.get(0) as XmlElement).removeAttribute('id');
	});
	expect(findBlock(mine.editor.state.doc, node)).toBe(undefined);
});

it('drags a block along as it is now, and selects that for the drop to take away', () => {
	const { node } = blockNumber(mine, 2);
	carryBlock(mine.editor.view, blockNumber(mine, 2));
	theyEdit((body) => {
		body.insert(0, [sharedBlock('sopStep', 'Baru')]);
		((body.get(3) as XmlElement).get(0) as XmlElement).insert(1, [new XmlText(' di rak')]);
	});
	const now = findBlock(mine.editor.state.doc, node);
	if (!now) throw new Error('the block is gone');
	carryBlock(mine.editor.view, now);
	const { view, state } = mine.editor;
	expect(view.dragging?.slice.content.textBetween(0, view.dragging.slice.content.size)).toBe(
		'Ambil barang di rak'
	);
	expect((state.selection as NodeSelection).node.textContent).toBe('Ambil barang di rak');
});

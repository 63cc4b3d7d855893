// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { copyOf, exchange, openTestEditor, type TestEditor } from '../../../../tests/support/page-editor.ts';

let mine: TestEditor;
let theirs: Doc;
beforeEach(() => {
	const doc = new Doc();
	for (const text of ['Cetak label', '', '', '']) write(doc, text);
	theirs = copyOf(doc);
	mine = openTestEditor(doc);
	exchange(mine.doc, theirs);
});
afterEach(() => mine.destroy());

function write(doc: Doc, text: string): void {
	const paragraph = new XmlElement('paragraph');
	if (text !== '') paragraph.insert(0, [new XmlText(text)]);
	doc.getXmlFragment(documentRoot).push([paragraph]);
}

function lineOf(doc: Doc, at: number): XmlText {
	return (doc.getXmlFragment(documentRoot).get(at) as XmlElement).get(0) as XmlText;
}

function texts(): string[] {
	const found: string[] = [];
	mine.editor.state.doc.forEach((node) => void found.push(node.textContent));
	return found;
}

function theyWrite(line: number, at: number, text: string): void {
	lineOf(theirs, line).insert(at, text);
	applyUpdate(mine.doc, encodeStateAsUpdate(theirs));
}

/** Types where the caret is, as a key does. */
function type(text: string): void {
	mine.editor.view.dispatch(mine.editor.state.tr.insertText(text));
	applyUpdate(theirs, encodeStateAsUpdate(mine.doc));
}

it('keeps letters together that are typed while a colleague writes before them', () => {
	mine.editor.commands.setTextSelection(6);
	for (const letter of ' dua') {
		type(letter);
		theyWrite(0, 0, 'x');
	}
	expect(texts()[0]).toBe('xxxxCetak dua label');
});

it('keeps letters together at the end of a line that a colleague begins anew', () => {
	mine.editor.commands.setTextSelection(12);
	type('.');
	for (const letter of 'selesai') {
		theyWrite(0, 0, letter);
		type(letter);
	}
	expect(texts()[0]).toBe('iaselesCetak label.selesai');
});

it('stays in its empty line while a colleague writes in another', () => {
	mine.editor.commands.setTextSelection(16);
	(theirs.getXmlFragment(documentRoot).get(1) as XmlElement).insert(0, [new XmlText()]);
	for (const letter of 'Kemas') {
		theyWrite(1, lineOf(theirs, 1).length, letter);
		type('x');
	}
	expect(texts().slice(0, 4)).toEqual(['Cetak label', 'Kemas', 'xxxxx', '']);
});

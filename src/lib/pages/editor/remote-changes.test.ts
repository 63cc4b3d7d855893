// @vitest-environment happy-dom
import { Plugin } from '@tiptap/pm/state';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import { copyOf, openTestEditor, type TestEditor } from '../../../../tests/support/page-editor.ts';
import { cameFromOutside } from './block-ids.ts';

let mine: TestEditor;
let theirs: Doc;
beforeEach(() => {
	const doc = new Doc();
	write(doc, 'Cetak label');
	theirs = copyOf(doc);
	mine = openTestEditor(doc);
	vi.stubGlobal('reportError', vi.fn());
});
afterEach(() => {
	mine.destroy();
	vi.unstubAllGlobals();
});

function write(doc: Doc, text: string): void {
	const paragraph = new XmlElement('paragraph');
	paragraph.insert(0, [new XmlText(text)]);
	doc.getXmlFragment(documentRoot).push([paragraph]);
}

function textOf(doc: Doc): string {
	return doc.getXmlFragment(documentRoot).toJSON();
}

/** Another person's caret, as the server tells of it. */
async function point(cursor: unknown): Promise<void> {
	mine.awareness.states.set(7, { cursor, user: { memberId: 'hendra' } });
	mine.awareness.emit('change', [{ added: [7], updated: [], removed: [] }, 'server']);
	// The binding draws carets in the next turn.
	await new Promise((resolve) => setTimeout(resolve, 0));
}

it.each([
	['in nothing', {}],
	['beside an item that no page has', { item: { client: 1, clock: -1 } }],
	['in a root that is not the text', { tname: 'rahasia' }]
])('keeps drawing what others write while somebody’s caret stands %s', async (_where, place) => {
	await point({ anchor: place, head: place });
	write(theirs, 'Tulisan rekan');
	applyUpdate(mine.doc, encodeStateAsUpdate(theirs));
	mine.editor.commands.insertContentAt(1, 'Segera: ');
	expect(mine.editor.getText()).toContain('Tulisan rekan');
	expect(textOf(mine.doc)).toContain('Tulisan rekan');
	expect(textOf(mine.doc)).toContain('Segera: Cetak label');
	expect([...mine.doc.share.keys()]).toEqual([documentRoot]);
	expect(mine.lettings).toBe(0);
});

it('draws a caret that stands in the text', async () => {
	await point({ anchor: { tname: documentRoot }, head: { tname: documentRoot } });
	expect(mine.editor.view.dom.querySelector('.remote-caret')?.textContent).toContain('hendra');
});

it('lets go of the page when a change from elsewhere cannot be shown, and deletes nothing', () => {
	let breaks = false;
	mine.editor.registerPlugin(
		new Plugin({
			state: {
				init: () => null,
				apply(change) {
					if (breaks && cameFromOutside(change)) throw new Error('cannot be shown');
					return null;
				}
			}
		})
	);
	breaks = true;
	write(theirs, 'Tulisan rekan');
	applyUpdate(mine.doc, encodeStateAsUpdate(theirs));
	expect(mine.lettings).toBe(1);
	expect(mine.editor.isDestroyed).toBe(true);
	expect(textOf(mine.doc)).toBe(textOf(theirs));
	expect(reportError).toHaveBeenCalledOnce();
});

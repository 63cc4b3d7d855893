// @vitest-environment happy-dom
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applyUpdate, encodeStateAsUpdate, type Doc, type XmlFragment } from 'yjs';
import { documentRoot } from '#domain/pages/document-schema.ts';
import {
	blockNumber,
	copyOf,
	openTestEditor,
	sopOf,
	type TestEditor
} from '../../../../tests/support/page-editor.ts';
import { deleteBlock } from './block-commands.ts';

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

/** Each step as it is drawn: its number, its run, its title. */
function drawn(): string[] {
	const steps = mine.editor.view.dom.querySelectorAll<HTMLElement>('[data-sop=step]');
	return [...steps].map((step) => {
		const title = step.querySelector('p')?.textContent ?? '';
		return `${step.style.getPropertyValue('--step')} ${step.dataset['run'] ?? ''}: ${title}`;
	});
}

it('numbers the steps anew when one of them is deleted, by oneself or by somebody else', () => {
	expect(drawn()).toEqual(['"1" begins: Cetak label', '"2" : Ambil barang', '"3" ends: Kemas']);
	deleteBlock(blockNumber(mine, 2))(mine.editor.state, mine.editor.view.dispatch);
	expect(drawn()).toEqual(['"1" begins: Cetak label', '"2" ends: Kemas']);
	theyEdit((body) => body.delete(1));
	expect(drawn()).toEqual(['"1" begins ends: Kemas']);
});

it('heads the steps once while a colleague has one of them selected', async () => {
	const { type, binding } = ySyncPluginKey.getState(mine.editor.state) as {
		type: XmlFragment;
		binding: { mapping: Parameters<typeof absolutePositionToRelativePosition>[2] };
	};
	const at = (index: number) =>
		absolutePositionToRelativePosition(blockNumber(mine, index).position, type, binding.mapping) as unknown;
	mine.awareness.states.set(7, { cursor: { anchor: at(2), head: at(3) }, user: { memberId: 'hendra' } });
	mine.awareness.emit('change', [{ added: [7], updated: [], removed: [] }, 'server']);
	// The binding draws carets in the next turn.
	await new Promise((resolve) => setTimeout(resolve, 0));
	const caret = mine.editor.view.dom.querySelector('.remote-caret');
	expect(caret?.parentElement).toBe(mine.editor.view.dom);
	expect(drawn()).toEqual(['"1" begins: Cetak label', '"2" : Ambil barang', '"3" ends: Kemas']);
});

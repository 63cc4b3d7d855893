import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { Words } from '$lib/i18n/en.ts';
import { addStep } from './block-commands.ts';

/** The button under the last step, where the next one begins. */
export function addStepButton(words: () => Words['editor']) {
	return Extension.create({
		name: 'addStepButton',
		addProseMirrorPlugins: () => [
			new Plugin({
				key: new PluginKey('addStepButton'),
				props: {
					decorations: ({ doc }) => {
						const end = endOfLastStep(doc);
						if (end === undefined) return null;
						const draw = (view: EditorView) => drawButton(view, words().addStep);
						return DecorationSet.create(doc, [
							Decoration.widget(end, draw, {
								side: -1,
								key: 'add-step',
								ignoreSelection: true,
								// Its keys are a button's, not the text's: Enter presses it.
								stopEvent: () => true
							})
						]);
					}
				}
			})
		]
	});
}

function endOfLastStep(doc: Node): number | undefined {
	let end: number | undefined;
	doc.forEach((block, position) => {
		if (block.type.name === 'sopStep') end = position + block.nodeSize;
	});
	return end;
}

function drawButton(view: EditorView, label: string): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'add-step';
	button.contentEditable = 'false';
	button.textContent = label;
	button.addEventListener('mousedown', (event) => event.preventDefault());
	button.addEventListener('click', () => {
		const end = endOfLastStep(view.state.doc);
		if (end !== undefined) addStep(end - 1)(view.state, view.dispatch);
		view.focus();
	});
	return button;
}

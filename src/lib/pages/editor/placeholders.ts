import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Words } from '$lib/i18n/en.ts';

/** Grey examples in empty places. They are drawn, never written, so that no two people write them. */
export function placeholders(words: () => Words['editor']) {
	return Extension.create({
		name: 'placeholders',
		addProseMirrorPlugins: () => [
			new Plugin({
				key: new PluginKey('placeholders'),
				props: {
					decorations: ({ doc }) => {
						const found: Decoration[] = [];
						doc.forEach((block, position) => collect(block, position, doc, words(), found));
						return DecorationSet.create(doc, found);
					}
				}
			})
		]
	});
}

function collect(
	block: Node,
	position: number,
	doc: Node,
	words: Words['editor'],
	found: Decoration[]
): void {
	const { name } = block.type;
	if (name === 'paragraph' && doc.childCount === 1) hint(block, position, words.firstLine, found);
	else if (name === 'heading') hint(block, position, words.emptyHeading, found);
	else if (name === 'sopGoal') hint(block.firstChild, position + 1, words.goalExample, found);
	else if (name === 'sopStep') {
		const first = doc.children.find(({ type }) => type === block.type) === block;
		collectStep(block, position, first ? words.stepTitleExample : words.stepNext, words, found);
	} else if (name === 'sopStandard') collectStandard(block, position, words, found);
}

function collectStep(
	step: Node,
	position: number,
	title: string,
	words: Words['editor'],
	found: Decoration[]
): void {
	hint(step.firstChild, position + 1, title, found);
	if (step.childCount > 1 && step.firstChild) {
		hint(step.child(1), position + 1 + step.firstChild.nodeSize, words.stepDetailExample, found);
	}
}

function collectStandard(
	standard: Node,
	position: number,
	words: Words['editor'],
	found: Decoration[]
): void {
	standard.forEach((child, offset) => {
		const at = position + 1 + offset;
		if (child.type.name === 'taskList')
			hint(child.firstChild?.firstChild, at + 2, words.standardExample, found);
		if (child.type.name !== 'sopExample') return;
		const example = child.attrs['verdict'] === 'bad' ? words.badExampleHint : words.goodExampleHint;
		if (child.childCount === 1) hint(child.firstChild, at + 1, example, found);
	});
}

function hint(block: Node | null | undefined, position: number, text: string, found: Decoration[]): void {
	if (!block?.isTextblock || block.content.size > 0) return;
	found.push(
		Decoration.node(position, position + block.nodeSize, {
			class: 'hinted',
			'data-hint': text,
			'aria-placeholder': text
		})
	);
}
